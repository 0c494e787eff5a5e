package main

import (
	"html/template"
	"net/http"
)

var pages = template.Must(template.ParseGlob("templates/*.html"))

func main() {
	http.HandleFunc("/", func(answer http.ResponseWriter, ask *http.Request) {
		pages.ExecuteTemplate(answer, "home", "Ada")
	})
	http.ListenAndServe(":3000", nil)
}
