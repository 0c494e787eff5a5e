package main

import (
	"flag"
	"fmt"
	"log"
	"net/http"
	"time"
)

func main() {
	zone := flag.String("zone", "UTC", "whose days are meant")
	flag.Parse()
	location, err := time.LoadLocation(*zone)
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, location) })
	http.HandleFunc("/holidays", func(w http.ResponseWriter, r *http.Request) {
		answer, err := http.Get("https://holidays.example.com/" + r.URL.Query().Get("year"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		defer answer.Body.Close()
		fmt.Fprintln(w, answer.Status)
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
