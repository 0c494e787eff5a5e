package main

import (
	"fmt"
	"log"
	"net/http"
	"os"
	"path/filepath"
)

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) {
		path := filepath.Join(os.Getenv("DATA_DIR"), "inbox.txt")
		if err := os.WriteFile(path, []byte("one letter"), 0o644); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		fmt.Fprintln(w, "stored")
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
