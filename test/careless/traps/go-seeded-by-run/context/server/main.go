package main

import (
	"log"
	"net/http"
	"os"
)

func main() {
	words, err := os.ReadFile("words.txt")
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { w.Write(words) })
	log.Fatal(http.ListenAndServe(":3000", nil))
}
