package main

import (
	"net/http"
)

func main() {
	http.HandleFunc("/", func(answer http.ResponseWriter, ask *http.Request) {
		answer.Write([]byte("up"))
	})
	http.ListenAndServe(":3000", nil)
}
