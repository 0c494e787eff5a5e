package main

import (
	"log"
	"net/http"
	"os"
)

func main() {
	config, err := os.ReadFile(os.Getenv("PROXY_CONFIG"))
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) {
		if _, err := w.Write(config); err != nil {
			log.Print(err)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
