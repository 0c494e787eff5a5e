package main

import (
	"net/http"
	"os/exec"
)

func main() {
	http.HandleFunc("/tidy", func(w http.ResponseWriter, r *http.Request) {
		out, err := exec.Command("sh", "-c", "cd tools && ./tidy.sh").Output()
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		w.Write(out)
	})
	http.ListenAndServe(":8080", nil)
}
