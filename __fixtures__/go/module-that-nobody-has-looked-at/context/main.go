package main

import (
	"example.com/barcodes"
)

func main() {
	barcodes.Serve(":8080")
}
