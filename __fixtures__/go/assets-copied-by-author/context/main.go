package main

import (
	"html/template"
	"log"
	"net/http"
	"os"
)

func main() {
	page := template.Must(template.ParseFiles("templates/page.html"))
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		font := r.URL.Query().Get("font")
		if font != "shadow" {
			font = "standard"
		}
		text, err := os.ReadFile(font + ".txt")
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		if err := page.Execute(w, string(text)); err != nil {
			log.Print(err)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
