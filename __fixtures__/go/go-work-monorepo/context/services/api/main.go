package main

import (
	"fmt"
	"log"
	"net/http"

	"example.com/words"
)

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, words.Hello) })
	log.Fatal(http.ListenAndServe(":8080", nil))
}
