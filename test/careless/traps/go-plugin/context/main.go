package main

import (
	"net/http"
	"plugin"
)

func main() {
	if _, err := plugin.Open("plugins/greet.so"); err != nil {
		panic(err)
	}
	http.HandleFunc("/", func(answer http.ResponseWriter, ask *http.Request) {
		answer.Write([]byte("up"))
	})
	http.ListenAndServe(":3000", nil)
}
