package main

import (
	"net/http"
	"os"
)

func main() {
	if _, err := http.Get("http://127.0.0.1:8080/"); err != nil {
		os.Exit(1)
	}
}
