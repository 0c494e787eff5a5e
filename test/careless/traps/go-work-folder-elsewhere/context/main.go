package main

import (
	"net/http"
	"os"
)

func main() {
	http.HandleFunc("/", func(answer http.ResponseWriter, ask *http.Request) {
		text, _ := os.ReadFile("pages/home.txt")
		answer.Write(text)
	})
	http.ListenAndServe(":3000", nil)
}
