package main

import (
	"net/http"
	"os/exec"
)

func main() {
	http.HandleFunc("/", func(answer http.ResponseWriter, ask *http.Request) {
		text, _ := exec.Command("git", "--version").Output()
		answer.Write(text)
	})
	http.ListenAndServe(":3000", nil)
}
