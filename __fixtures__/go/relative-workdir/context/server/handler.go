package main

import (
	"fmt"
	"net/http"
)

func handler() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, "serving") })
}
