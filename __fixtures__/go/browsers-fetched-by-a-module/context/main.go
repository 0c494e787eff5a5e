package main

import (
	"log"
	"net/http"

	"github.com/playwright-community/playwright-go"
)

func main() {
	browsers, err := playwright.Run()
	if err != nil {
		log.Fatal(err)
	}
	defer browsers.Stop()
	log.Fatal(http.ListenAndServe(":3000", nil))
}
