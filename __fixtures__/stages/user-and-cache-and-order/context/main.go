package main

import (
	"html/template"
	"log"
	"net/http"

	"github.com/gorilla/mux"
)

func main() {
	page := template.Must(template.ParseFiles("layouts/plain.html"))
	router := mux.NewRouter()
	router.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) {
		if err := page.Execute(w, "report"); err != nil {
			log.Print(err)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", router))
}
