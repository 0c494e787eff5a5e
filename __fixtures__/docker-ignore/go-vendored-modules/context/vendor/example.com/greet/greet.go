// Package greet says hello.
package greet

// To greets somebody.
func To(name string) string { return "hello " + name }
