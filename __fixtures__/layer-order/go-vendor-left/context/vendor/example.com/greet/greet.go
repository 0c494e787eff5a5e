// Package greet says hello.
package greet

// Hello is all it says.
const Hello = "hello"
