package main

import (
	"flag"
	"fmt"
	"log"
	"net/http"
	"os"
)

func main() {
	check := flag.Bool("check", false, "ask the running server whether it is well")
	flag.Parse()
	if *check {
		if _, err := http.Get("http://127.0.0.1:8080/"); err != nil {
			os.Exit(1)
		}
		return
	}
	http.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, "well") })
	log.Fatal(http.ListenAndServe(":8080", nil))
}
