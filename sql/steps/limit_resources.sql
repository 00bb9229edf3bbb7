-- Memory is bounded by the batch, not by the corpus: what does not fit goes to disk.
set memory_limit = $memory_limit;
