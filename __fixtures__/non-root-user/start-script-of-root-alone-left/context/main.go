package main

import (
	"fmt"
	"net/http"
	"time"
)

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprintln(w, time.Now().Format(time.Kitchen))
	})
	http.ListenAndServe(":8080", nil)
}
