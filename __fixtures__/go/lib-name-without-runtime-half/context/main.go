package main

// #cgo LDFLAGS: -lacmesdk
// #include <acmesdk.h>
import "C"

func main() { C.acme_scan() }
