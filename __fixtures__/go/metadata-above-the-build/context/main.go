package main

import (
	"fmt"
	"log"
	"net/http"
	"os"
)

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprintln(w, os.Getenv("ARCHIVE_ROOT"))
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
