package main

import (
	"log"
	"net/http"

	"github.com/acme/invoices"
)

func main() { log.Fatal(http.ListenAndServe(":8080", invoices.Handler())) }
