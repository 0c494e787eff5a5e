package main

// static int add(int a, int b) { return a + b; }
import "C"

import (
	"fmt"
	"log"
	"net/http"
)

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, C.add(2, 3)) })
	log.Fatal(http.ListenAndServe(":8080", nil))
}
