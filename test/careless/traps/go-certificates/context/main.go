package main

import (
	"net/http"
)

func main() {
	http.HandleFunc("/", func(answer http.ResponseWriter, ask *http.Request) {
		if _, err := http.Get("https://example.org/"); err != nil {
			answer.WriteHeader(500)
		}
	})
	http.ListenAndServe(":3000", nil)
}
