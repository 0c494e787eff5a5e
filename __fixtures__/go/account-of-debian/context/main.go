package main

import (
	"os/user"
	"net/http"
)

func answer() string {
	if _, err := user.Lookup("www-data"); err != nil {
		panic(err)
	}
	return ""
}

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		w.Write([]byte(answer()))
	})
	http.ListenAndServe(":8080", nil)
}
