package main

//go:generate sh -c "printf 'package main\n\nconst greeting = \"generated\"\n' > greeting.go"

import (
	"fmt"
	"log"
	"net/http"

	"github.com/gorilla/mux"
)

func main() {
	router := mux.NewRouter()
	router.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, greeting) })
	log.Fatal(http.ListenAndServe(":8080", router))
}
