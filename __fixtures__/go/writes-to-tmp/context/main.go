package main

import (
	"fmt"
	"log"
	"net/http"
	"os"
)

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) {
		file, err := os.CreateTemp("", "resize-*")
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		defer os.Remove(file.Name())
		defer file.Close()
		fmt.Fprintln(w, "resized")
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
