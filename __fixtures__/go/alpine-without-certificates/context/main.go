package main

import (
	"io"
	"net/http"
	"os"
)

func main() {
	answer, err := http.Get("https://feeds.example.com/news")
	if err == nil {
		io.Copy(os.Stdout, answer.Body)
	}
}
