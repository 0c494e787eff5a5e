package main

import (
	"flag"
	"net/http"
	"os"
)

func main() {
	place := flag.String("settings", "conf/shop.json", "where the settings are")
	flag.Parse()
	text, err := os.ReadFile(*place)
	if err != nil {
		panic(err)
	}
	http.HandleFunc("/", func(answer http.ResponseWriter, ask *http.Request) {
		answer.Write(text)
	})
	http.ListenAndServe(":3000", nil)
}
