package main

import (
	_ "embed"
	"net/http"
)

//go:embed pages/home.txt
var home []byte

func main() {
	http.HandleFunc("/", func(answer http.ResponseWriter, ask *http.Request) {
		answer.Write(home)
	})
	http.ListenAndServe(":3000", nil)
}
