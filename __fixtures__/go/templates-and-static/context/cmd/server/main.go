package main

import (
	"html/template"
	"log"
	"net/http"

	"github.com/gorilla/mux"
)

func main() {
	pages := template.Must(template.ParseFiles("templates/layout.html", "templates/home.html"))
	router := mux.NewRouter()
	files := http.FileServer(http.Dir("static"))
	router.PathPrefix("/static/").Handler(http.StripPrefix("/static/", files))
	router.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) {
		if err := pages.ExecuteTemplate(w, "layout", []string{"Ada", "Grace"}); err != nil {
			log.Print(err)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", router))
}
