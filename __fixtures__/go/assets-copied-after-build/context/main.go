package main

import (
	"log"
	"net/http"
	"os"
	"path"
)

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		text, err := os.ReadFile("./pages" + path.Clean(r.URL.Path) + ".md")
		if err != nil {
			http.NotFound(w, r)
			return
		}
		if _, err := w.Write(text); err != nil {
			log.Print(err)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
