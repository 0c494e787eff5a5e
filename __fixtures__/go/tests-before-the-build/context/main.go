package main

import (
	"fmt"
	"log"
	"net/http"
	"os"
	"strconv"

	"github.com/gorilla/mux"
)

func main() {
	if len(os.Args) != 2 || os.Args[1] != "serve" {
		log.Fatal("usage: fizzbuzz serve")
	}
	router := mux.NewRouter()
	router.HandleFunc("/{n}", func(w http.ResponseWriter, r *http.Request) {
		n, err := strconv.Atoi(mux.Vars(r)["n"])
		if err != nil {
			http.NotFound(w, r)
			return
		}
		fmt.Fprintln(w, fizzbuzz(n))
	})
	log.Fatal(http.ListenAndServe(":8080", router))
}
