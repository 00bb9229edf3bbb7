-- Opens a finished public file for reading only.
attach $path as news (read_only);
