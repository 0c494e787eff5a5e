package main

import (
	"embed"
	"html/template"
	"log"
	"net/http"
)

//go:embed templates/*.html
var pages embed.FS

//go:embed static
var files embed.FS

func main() {
	home := template.Must(template.ParseFS(pages, "templates/*.html"))
	http.Handle("/static/", http.FileServer(http.FS(files)))
	http.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) {
		if err := home.ExecuteTemplate(w, "home.html", "embedded"); err != nil {
			log.Print(err)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
