package main

import (
	"fmt"
	"log"
	"net/http"

	"example.com/shout"
	"github.com/gorilla/mux"
)

func main() {
	router := mux.NewRouter()
	router.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprintln(w, shout.Loud("local"))
	})
	log.Fatal(http.ListenAndServe(":8080", router))
}
