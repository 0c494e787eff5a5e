package main

import (
	"fmt"
	"log"
	"net/http"

	"example.com/ascii/banner"
)

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprintln(w, banner.Line("hello"))
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
