package main

// #cgo LDFLAGS: -lsqlite3
// #include <sqlite3.h>
import "C"

import (
	"fmt"
	"log"
	"net/http"
)

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprintln(w, C.sqlite3_libversion_number() > 3000000)
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
