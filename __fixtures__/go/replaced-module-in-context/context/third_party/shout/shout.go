// Package shout is loud.
package shout

import "strings"

// Loud makes it so.
func Loud(text string) string { return strings.ToUpper(text) + "!" }
