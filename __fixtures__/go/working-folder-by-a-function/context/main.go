package main

import (
	"log"
	"net/http"

	"example.com/rates/place"
	"example.com/rates/rates"
)

const file = "/rates.yaml"

func main() {
	if err := rates.Load(place.Folder() + file); err != nil {
		log.Fatalln(err)
	}
	log.Fatal(http.ListenAndServe(":8080", nil))
}
