"""Scripts that make, train or report on the lexicon's files; the program itself never runs them."""
