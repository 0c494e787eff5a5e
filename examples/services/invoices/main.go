// Command invoices shows invoices as pages that can be printed.
package main

import (
	"html/template"
	"log"
	"net/http"

	"github.com/google/uuid"
)

type invoice struct {
	ID    string
	Total string
}

func main() {
	page := template.Must(template.ParseFiles("templates/invoice.html"))
	space := uuid.MustParse("6ba7b810-9dad-11d1-80b4-00c04fd430c8")
	http.Handle("/static/", http.StripPrefix("/static/", http.FileServer(http.Dir("static"))))
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		id := uuid.NewSHA1(space, []byte(r.URL.Path)).String()
		if err := page.Execute(w, invoice{ID: id, Total: "63.50"}); err != nil {
			log.Print(err)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
