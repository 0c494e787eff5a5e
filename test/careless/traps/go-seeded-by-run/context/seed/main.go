package main

import (
	"log"
	"os"
)

func main() {
	if err := os.WriteFile("words.txt", []byte("tea"), 0o644); err != nil {
		log.Fatal(err)
	}
}
