package rates

import (
	"log"
	"os"
)

// Load reads the rates of a file.
func Load(path string) error {
	text, err := os.ReadFile(path)
	log.Print(len(text))
	return err
}
