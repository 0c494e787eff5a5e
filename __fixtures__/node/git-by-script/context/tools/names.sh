NAME=notes
