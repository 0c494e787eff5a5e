package main

import (
	"log"
	"net/http"
	"os"
	"path/filepath"
)

func settings() []byte {
	home, err := os.UserHomeDir()
	if err != nil {
		log.Fatal(err)
	}
	text, err := os.ReadFile(filepath.Join(home, ".config", "shop", "settings.json"))
	if err != nil {
		log.Fatal(err)
	}
	return text
}

func main() {
	text := settings()
	http.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) {
		w.Write(text)
	})
	log.Fatal(http.ListenAndServe(":3000", nil))
}
