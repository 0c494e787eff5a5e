package main

import (
	"log"
	"net/http"
	"os"
)

func main() {
	text, err := os.ReadFile(os.Getenv("GOPATH") + "/src/shop/pages/index.html")
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) {
		w.Write(text)
	})
	log.Fatal(http.ListenAndServe(":3000", nil))
}
