package main

import (
	"net/http"
	"shop/words"
)

func main() {
	http.HandleFunc("/", func(answer http.ResponseWriter, ask *http.Request) {
		answer.Write(words.First())
	})
	http.ListenAndServe(":3000", nil)
}
