package main

import (
	"net/http"
	"os"
	"os/exec"
)

func main() {
	folder, err := os.Getwd()
	if err != nil {
		panic(err)
	}
	text, err := exec.Command("sh", folder+"/job.sh").Output()
	if err != nil {
		panic(err)
	}
	http.HandleFunc("/", func(answer http.ResponseWriter, ask *http.Request) {
		answer.Write(text)
	})
	http.ListenAndServe(":3000", nil)
}
