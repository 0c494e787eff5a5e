package main

import (
	"errors"
	"log"
	"net/http"
	"os"
	"path/filepath"
)

const dir = "data"

var users = filepath.Join(dir, "users.json")

func prepare() error {
	_, err := os.Stat(dir)
	if !errors.Is(err, os.ErrNotExist) {
		return err
	}
	if err := os.Mkdir(dir, 0o755); err != nil {
		return err
	}
	return os.WriteFile(users, []byte("[]"), 0o644)
}

func main() {
	if err := prepare(); err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { http.ServeFile(w, r, users) })
	log.Fatal(http.ListenAndServe(":8080", nil))
}
