package main

import (
	"fmt"
	"log"
	"net/http"
	"os"
	"path/filepath"

	"example.com/journal/internal/settings"
)

func main() {
	folder := filepath.Join(settings.Text("JOURNAL_DIR", "journal.d"), "entries")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprintln(w, "entries are in", folder)
	})
	log.Fatal(http.ListenAndServe(":"+settings.Text("JOURNAL_PORT", "8080"), nil))
}
