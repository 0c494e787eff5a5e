package main

import (
	"log"
	"net/http"
	"os"
)

func main() {
	if _, err := os.ReadFile("/root/.aws/credentials"); err != nil {
		log.Fatal(err)
	}
	http.ListenAndServe(":8080", nil)
}
