package main

import (
	"net/http"
	"os"
)

func main() {
	os.MkdirAll("store", 0o755)
	http.HandleFunc("/", func(answer http.ResponseWriter, ask *http.Request) {
		if err := os.WriteFile("store/state", []byte("on"), 0o644); err != nil {
			panic(err)
		}
		answer.Write([]byte("stored"))
	})
	http.ListenAndServe(":3000", nil)
}
