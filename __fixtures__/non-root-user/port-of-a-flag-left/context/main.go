package main

import (
	"flag"
	"fmt"
	"net/http"
)

func main() {
	port := flag.Int("port", 80, "port to listen on")
	flag.Parse()
	http.ListenAndServe(fmt.Sprintf(":%d", *port), nil)
}
