package main

import (
	"fmt"
	"net/http"
	"plugin"
)

func main() {
	rates, err := plugin.Open("./rates.so")
	if err != nil {
		panic(err)
	}
	rate, _ := rates.Lookup("Rate")
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, rate.(func() int)())
	})
	http.ListenAndServe(":8080", nil)
}
