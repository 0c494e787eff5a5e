package main

import (
	"net/http"
	"os"
)

func main() {
	http.HandleFunc("/", func(answer http.ResponseWriter, ask *http.Request) {
		answer.Write([]byte("mode " + os.Getenv("MODE")))
	})
	http.ListenAndServe(":3000", nil)
}
