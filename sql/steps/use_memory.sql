-- Nothing points into the public file any more.
use memory;
