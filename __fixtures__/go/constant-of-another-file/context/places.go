package main

const (
	address     = ":8080"
	notesFolder = "data/notes"
	pagesFolder = "pages"
)
