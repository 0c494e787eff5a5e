// Package greet reads the words that people are greeted with.
package greet

import "os"

// Words reads them when the program runs.
func Words() string {
	text, err := os.ReadFile("words/hello.txt")
	if err != nil {
		return "hello"
	}
	return string(text)
}
