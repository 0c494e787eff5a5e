package main

import (
	"log"
	"os"

	"example.com/shop/internal/store"
)

func main() {
	db, err := store.Open()
	if err != nil {
		log.Fatal(err)
	}
	if _, err := db.Exec("CREATE TABLE goods (name TEXT)"); err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile("words.txt", []byte("tea\n"), 0o644); err != nil {
		log.Fatal(err)
	}
}
