//go:build ignore

package main

import "os"

func main() {
	if err := os.MkdirAll("out", 0o755); err != nil {
		panic(err)
	}
	if err := os.WriteFile("out/words.json", []byte("[]"), 0o644); err != nil {
		panic(err)
	}
}
