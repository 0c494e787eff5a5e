package main

import (
	"fmt"
	"log"
	"net/http"
)

func main() {
	http.HandleFunc("/metrics", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprintln(w, "up 1")
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
