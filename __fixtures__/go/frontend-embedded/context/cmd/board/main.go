package main

import (
	"io/fs"
	"log"
	"net/http"

	"example.com/board/web"
)

func main() {
	files, err := fs.Sub(web.Files, "dist")
	if err != nil {
		log.Fatal(err)
	}
	http.Handle("/", http.FileServer(http.FS(files)))
	log.Fatal(http.ListenAndServe(":8080", nil))
}
