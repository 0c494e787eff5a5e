package main

import (
	"fmt"
	"log"
	"net/http"
	"time"
	_ "time/tzdata"
)

func main() {
	lima, err := time.LoadLocation("America/Lima")
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, lima) })
	log.Fatal(http.ListenAndServe(":8080", nil))
}
