package main

import (
	"fmt"
	"log"
	"net/http"

	"github.com/go-ego/gse"
)

func main() {
	var words gse.Segmenter
	if err := words.LoadDict(); err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, words.Cut(r.URL.Path))
	})
	log.Fatal(http.ListenAndServe(":3000", nil))
}
