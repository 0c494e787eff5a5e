package main

import (
	"flag"
	"log"
	"net/http"
	"os"
)

func main() {
	path := flag.String("config", "", "file to read")
	flag.Parse()
	config, err := os.ReadFile(*path)
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
