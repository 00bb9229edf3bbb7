-- Lets go of the public file.
detach news;
