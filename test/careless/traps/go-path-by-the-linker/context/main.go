package main

import (
	"net/http"
	"os"
)

var settings = "/etc/shop.json"

func main() {
	text, err := os.ReadFile(settings)
	if err != nil {
		panic(err)
	}
	http.HandleFunc("/", func(answer http.ResponseWriter, ask *http.Request) {
		answer.Write(text)
	})
	http.ListenAndServe(":3000", nil)
}
