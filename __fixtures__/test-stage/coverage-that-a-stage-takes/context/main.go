package main

import (
	"fmt"
	"net/http"
)

func greeting(name string) string {
	return "hello, " + name
}

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, greeting("you"))
	})
	http.ListenAndServe(":8080", nil)
}
