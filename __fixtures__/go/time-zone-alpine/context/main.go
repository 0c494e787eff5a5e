package main

import (
	"fmt"
	"log"
	"net/http"
	"time"
)

func main() {
	tokyo, err := time.LoadLocation("Asia/Tokyo")
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprintln(w, time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC).In(tokyo).Format(time.RFC3339))
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
