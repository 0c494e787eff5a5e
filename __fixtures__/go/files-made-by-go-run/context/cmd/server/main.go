package main

import (
	"log"
	"net/http"
	"os"

	"example.com/shop/internal/store"
)

func main() {
	if _, err := store.Open(); err != nil {
		log.Fatal(err)
	}
	words, err := os.ReadFile("words.txt")
	if err != nil {
		log.Fatal(err)
	}
	log.Print(len(words))
	log.Fatal(http.ListenAndServeTLS(":8443", "cert.pem", "key.pem", nil))
}
