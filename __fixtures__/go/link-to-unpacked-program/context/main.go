package main

import (
	"net/http"
	"os/exec"
)

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		out, _ := exec.Command("migrate", "version").CombinedOutput()
		w.Write(out)
	})
	http.ListenAndServe(":8080", nil)
}
