package main

import (
	"fmt"
	"log"
	"net/http"
)

var version, commit string

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprintf(w, "version %s, commit %s\n", version, commit)
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
