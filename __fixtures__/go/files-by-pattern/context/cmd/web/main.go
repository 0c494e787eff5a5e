package main

import (
	"html/template"
	"log"
	"net/http"
)

var page = template.Must(template.ParseFiles("./ui/home.html"))

func main() {
	log.Fatal(http.ListenAndServe(":4000", routes()))
}
