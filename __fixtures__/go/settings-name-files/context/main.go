package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"html/template"
	"net/http"
	"os"
)

type settings struct {
	Templates string `json:"templates"`
	Greeting  string `json:"greeting"`
}

func main() {
	path := flag.String("settings", "", "file with the settings")
	flag.Parse()
	text, err := os.ReadFile(*path)
	if err != nil {
		panic(err)
	}
	var own settings
	if err := json.Unmarshal(text, &own); err != nil {
		panic(err)
	}
	pages := template.Must(template.ParseGlob(own.Templates + "/*.html"))
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		greeting, err := os.ReadFile(own.Greeting)
		fmt.Fprintf(w, "%s %v\n", greeting, err)
		pages.ExecuteTemplate(w, "bulletin.html", nil)
	})
	panic(http.ListenAndServe(":8080", nil))
}
