package main

import (
	"fmt"
	"log"
	"net/http"

	"example.com/greet"
)

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprintln(w, greet.To("tickets"))
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
