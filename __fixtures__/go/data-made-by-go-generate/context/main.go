package main

import (
	"log"
	"net/http"
	"os"
)

//go:generate go run gen.go

func main() {
	text, err := os.ReadFile("out/words.json")
	if err != nil {
		log.Fatal(err)
	}
	log.Print(len(text))
	log.Fatal(http.ListenAndServe(":8080", nil))
}
