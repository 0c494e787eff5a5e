package main

import (
	"net/http"
	"os"
)

func main() {
	page, err := os.ReadFile("pages/index.html")
	if err != nil {
		panic(err)
	}
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { w.Write(page) })
	http.ListenAndServe(":8080", nil)
}
