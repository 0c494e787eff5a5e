package main

import (
	"fmt"
	"log"
	"net/http"

	"example.com/shout"
)

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, shout.Word) })
	log.Fatal(http.ListenAndServe(":8080", nil))
}
