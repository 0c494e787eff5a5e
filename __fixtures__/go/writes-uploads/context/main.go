package main

import (
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"path/filepath"
)

const uploads = "uploads"

func save(name string, from io.Reader) error {
	if err := os.MkdirAll(uploads, 0o755); err != nil {
		return err
	}
	file, err := os.Create(filepath.Join(uploads, filepath.Base(name)))
	if err != nil {
		return err
	}
	defer file.Close()
	_, err = io.Copy(file, from)
	return err
}

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if err := save("last", r.Body); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		fmt.Fprintln(w, "saved")
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
