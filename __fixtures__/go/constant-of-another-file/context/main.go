package main

import (
	"io"
	"log"
	"net/http"
	files "os"
	"path/filepath"
)

func main() {
	if err := files.MkdirAll(notesFolder, 0o755); err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("POST /notes", func(w http.ResponseWriter, r *http.Request) {
		text, err := io.ReadAll(r.Body)
		if err == nil {
			err = files.WriteFile(filepath.Join(notesFolder, "last.txt"), text, 0o644)
		}
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	})
	http.Handle("/", http.FileServer(http.Dir(pagesFolder)))
	log.Fatal(http.ListenAndServe(address, nil))
}
