"""How well are real pages read? Compares what is found in a folder with what a truth file says."""
