package main

// #include <string.h>
import "C"

import (
	"fmt"
	"net/http"
)

func main() {
	http.HandleFunc("/", func(answer http.ResponseWriter, ask *http.Request) {
		fmt.Fprintf(answer, "length %d", int(C.strlen(C.CString("hello"))))
	})
	http.ListenAndServe(":3000", nil)
}
