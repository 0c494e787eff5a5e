package main

import (
	"embed"
	"log"
	"net/http"
)

//go:embed all:web/dist
var pages embed.FS

func main() {
	http.Handle("/", http.FileServer(http.FS(pages)))
	log.Fatal(http.ListenAndServe(":8080", nil))
}
