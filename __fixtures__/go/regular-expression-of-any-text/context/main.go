package main

import (
	"fmt"
	"net/http"
	"regexp"
)

func main() {
	any := regexp.MustCompile(".*")
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, "at noon", any.MatchString(r.URL.Path))
	})
	_ = http.ListenAndServe(":8080", nil)
}
