package main

import (
	"log"
	"net/http"
)

//go:generate swag init --output "api/docs" --outputTypes json

// @title Shop
// @version 1.0
func main() {
	http.HandleFunc("/openapi.json", func(w http.ResponseWriter, r *http.Request) {
		http.ServeFile(w, r, "api/docs/swagger.json")
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
