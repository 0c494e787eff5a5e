package main

import (
	"log"
	"net/http"
	"os/exec"
)

func run(w http.ResponseWriter, _ *http.Request) {
	out, err := exec.Command("go", "version").Output()
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	if _, err := w.Write(out); err != nil {
		log.Print(err)
	}
}

func main() {
	http.HandleFunc("/", run)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
