package main

import (
	"fmt"
	"log"
	"net/http"
	"os"
	"strings"
)

func text(language string) string {
	data, err := os.ReadFile("greeting." + language + ".txt")
	if err != nil {
		log.Fatal(err)
	}
	return strings.TrimSpace(string(data))
}

func main() {
	stage := os.Getenv("STAGE")
	if stage == "" {
		stage = "production"
	}
	address, err := os.ReadFile(fmt.Sprintf("./address-%s.conf", stage))
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", func(response http.ResponseWriter, request *http.Request) {
		language := request.URL.Query().Get("language")
		if language != "de" {
			language = "en"
		}
		fmt.Fprintln(response, text(language))
	})
	log.Fatal(http.ListenAndServe(strings.TrimSpace(string(address)), nil))
}
