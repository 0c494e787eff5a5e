// Package words has one.
package words

// Hello is it.
const Hello = "hello"
