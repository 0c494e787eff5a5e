package main

import (
	"net/http"
	"os"
	"path/filepath"
)

func main() {
	own, _ := os.Executable()
	text, err := os.ReadFile(filepath.Join(filepath.Dir(own), "assets", "logo.txt"))
	if err != nil {
		panic(err)
	}
	http.HandleFunc("/", func(answer http.ResponseWriter, ask *http.Request) {
		answer.Write(text)
	})
	http.ListenAndServe(":3000", nil)
}
