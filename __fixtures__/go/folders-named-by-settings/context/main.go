package main

import (
	"encoding/json"
	"log"
	"net/http"
	"os"
	"path/filepath"

	"example.com/mailer/settings"
)

type config struct {
	Mail string `json:"mail"`
}

func main() {
	text, err := os.ReadFile("config/mailer.json")
	if err != nil {
		log.Fatal(err)
	}
	var values config
	if err := json.Unmarshal(text, &values); err != nil {
		log.Fatal(err)
	}
	for _, folder := range []string{values.Mail, settings.Read().Steps, os.Getenv("PAGES")} {
		files, err := os.ReadDir(folder)
		if err != nil {
			log.Fatal(err)
		}
		log.Print(filepath.Base(folder), len(files))
	}
	log.Fatal(http.ListenAndServe(":8080", nil))
}
