package main

import (
	"fmt"
	"net/http"
	"os"
)

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprintln(w, "less is more")
	})
	if err := http.ListenAndServe(os.Getenv("ADDRESS"), nil); err != nil {
		panic(err)
	}
}
