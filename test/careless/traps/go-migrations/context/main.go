package main

import (
	"net/http"
	"os"
	"path/filepath"
)

func main() {
	files, _ := os.ReadDir("migrations")
	text, err := os.ReadFile(filepath.Join("migrations", files[0].Name()))
	if err != nil {
		panic(err)
	}
	http.HandleFunc("/", func(answer http.ResponseWriter, ask *http.Request) {
		answer.Write(text)
	})
	http.ListenAndServe(":3000", nil)
}
