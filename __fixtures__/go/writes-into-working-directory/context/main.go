package main

import (
	"fmt"
	"log"
	"net/http"
	"os"
)

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) {
		file, err := os.OpenFile("count.txt", os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		defer file.Close()
		if _, err := file.WriteString("x"); err != nil {
			log.Print(err)
		}
		fmt.Fprintln(w, "counted")
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
