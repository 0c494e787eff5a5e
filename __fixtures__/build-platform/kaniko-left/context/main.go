package main

import (
	"fmt"
	"log"
	"net/http"
)

func main() {
	http.HandleFunc("/", func(response http.ResponseWriter, request *http.Request) {
		fmt.Fprintln(response, "stock of", request.URL.Path)
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
