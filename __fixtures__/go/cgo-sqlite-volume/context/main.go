package main

import (
	"database/sql"
	"fmt"
	"log"
	"net/http"

	_ "github.com/mattn/go-sqlite3"
)

func main() {
	db, err := sql.Open("sqlite3", "data/notes.db")
	if err != nil {
		log.Fatal(err)
	}
	if _, err := db.Exec("create table if not exists notes (id integer primary key, body text)"); err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		var count int
		if err := db.QueryRow("select count(*) from notes").Scan(&count); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		fmt.Fprintf(w, "%d notes\n", count)
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
