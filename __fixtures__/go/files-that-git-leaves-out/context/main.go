package main

import (
	"fmt"
	"log"
	"net/http"

	"example.com/relay/config"
)

func main() {
	settings, err := config.Read("relay.json")
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, settings.Greeting) })
	log.Fatal(http.ListenAndServeTLS(":8443", "certs/relay.crt", "certs/relay.key", nil))
}
