-- Names without a schema mean the public file from here on.
use news;
