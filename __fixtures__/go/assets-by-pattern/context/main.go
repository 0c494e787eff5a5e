package main

import (
	"io"
	"log"
	"net/http"
	"os"
	"text/template"
)

func main() {
	settings, err := os.ReadFile("settings/app.yml")
	if err != nil {
		log.Fatal(err)
	}
	requests, _ := os.Create("requests.log")
	log.SetOutput(io.MultiWriter(os.Stdout, requests))
	alert := template.Must(template.ParseFiles("templates/alert.txt"))
	over := template.Must(template.ParseFiles("templates/over.txt"))
	http.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) {
		alert.Execute(w, string(settings))
		over.Execute(w, nil)
	})
	log.Fatal(http.ListenAndServe(":8000", nil))
}
