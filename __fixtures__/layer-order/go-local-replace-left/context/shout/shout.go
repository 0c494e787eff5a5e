// Package shout is loud.
package shout

// Word is what it shouts.
const Word = "API!"
