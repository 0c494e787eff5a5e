package main

import (
	"github.com/hashicorp/go-getter"
	"net/http"
)

func answer() string {
	if err := getter.Get("/tmp/texts", "git::https://github.com/example/texts.git"); err != nil {
		return err.Error()
	}
	return ""
}

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		w.Write([]byte(answer()))
	})
	http.ListenAndServe(":8080", nil)
}
