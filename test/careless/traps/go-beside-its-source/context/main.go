package main

import (
	"log"
	"net/http"

	"example.com/shop/internal/catalog"
)

func main() {
	text := catalog.Settings()
	http.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) {
		w.Write(text)
	})
	log.Fatal(http.ListenAndServe(":3000", nil))
}
