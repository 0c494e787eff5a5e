package main

import (
	"fmt"
	"log"
	"net/http"
	"os"
)

func main() {
	name := os.Getenv("MINUTES")
	if name == "" {
		name = "minutes.txt"
	}
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		file, err := os.OpenFile(name, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		defer file.Close()
		fmt.Fprintln(file, r.URL.Path)
		fmt.Fprintln(w, "written down")
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
