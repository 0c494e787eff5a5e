package config

import (
	"encoding/json"
	"os"
)

// Settings of a relay.
type Settings struct{ Greeting string }

// Read reads them from a file.
func Read(name string) (Settings, error) {
	var settings Settings
	text, err := os.ReadFile(name)
	if err != nil {
		return settings, err
	}
	return settings, json.Unmarshal(text, &settings)
}
