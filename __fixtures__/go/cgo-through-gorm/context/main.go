package main

import (
	"fmt"
	"log"
	"net/http"

	"gorm.io/driver/sqlite"
	"gorm.io/gorm"
)

// Task is one thing to do.
type Task struct {
	ID    uint
	Title string
}

func main() {
	db, err := gorm.Open(sqlite.Open("file::memory:?cache=shared"), &gorm.Config{})
	if err != nil {
		log.Fatal(err)
	}
	if err := db.AutoMigrate(&Task{}); err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) {
		var count int64
		db.Model(&Task{}).Count(&count)
		fmt.Fprintln(w, count)
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
