package main

import (
	"fmt"
	"log"
	"net/http"
	"os"
	"path/filepath"

	"example.com/ledger/internal/store"
)

func main() {
	title, err := os.ReadFile(filepath.Join("config", "title.txt"))
	if err != nil {
		log.Fatal(err)
	}
	count, err := store.CountMigrations()
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprintf(w, "%s%d migrations\n", title, count)
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
