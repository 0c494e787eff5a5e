package main

import (
	"log"
	"net/http"

	"github.com/gogs/git-module"
)

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if err := git.Clone(r.URL.Query().Get("of"), "/tmp/clone"); err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
		}
	})
	log.Fatal(http.ListenAndServe(":3000", nil))
}
