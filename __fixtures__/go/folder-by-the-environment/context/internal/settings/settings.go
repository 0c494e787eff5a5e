// Package settings reads what the environment says.
package settings

import "os"

// Text is a variable of the environment, or what holds without it.
func Text(name, otherwise string) string {
	if text, ok := os.LookupEnv(name); ok {
		return text
	}
	return otherwise
}
