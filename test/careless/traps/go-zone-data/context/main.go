package main

import (
	"net/http"
	"time"
)

func main() {
	zone, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		panic(err)
	}
	http.HandleFunc("/", func(answer http.ResponseWriter, ask *http.Request) {
		answer.Write([]byte(zone.String()))
	})
	http.ListenAndServe(":3000", nil)
}
