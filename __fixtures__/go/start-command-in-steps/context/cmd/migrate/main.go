package main

import (
	"log"
	"os"
)

func main() {
	steps, err := os.ReadDir("./migrations")
	if err != nil {
		log.Fatal(err)
	}
	log.Printf("%d steps applied", len(steps))
}
