package main

import (
	"fmt"
	"log"
	"net/http"
	"os"
	"time"
)

const source = "https://rates.example.com/today.json"

func main() {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, berlin) })
	http.HandleFunc("/certificates", func(w http.ResponseWriter, _ *http.Request) {
		_, err := os.Stat("/etc/ssl/certs/ca-certificates.crt")
		fmt.Fprintln(w, err == nil)
	})
	http.HandleFunc("/today", func(w http.ResponseWriter, _ *http.Request) {
		answer, err := http.Get(source)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		defer answer.Body.Close()
		fmt.Fprintln(w, answer.Status)
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
