package main

import (
	"encoding/json"
	"log"
	"net/http"
	"os"
)

type settings struct {
	Server struct {
		Static string `json:"static"`
	} `json:"server"`
	Words string `json:"words"`
}

func main() {
	text, err := os.ReadFile("cfg.json")
	if err != nil {
		log.Fatal(err)
	}
	var read settings
	if err := json.Unmarshal(text, &read); err != nil {
		log.Fatal(err)
	}
	if _, err := os.ReadFile(read.Words); err != nil {
		log.Fatal(err)
	}
	log.Fatal(http.ListenAndServe(":8080", http.FileServer(http.Dir(read.Server.Static))))
}
