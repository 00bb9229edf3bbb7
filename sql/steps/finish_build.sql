-- Everything is in the file itself, no write-ahead log is left beside it.
checkpoint news;
