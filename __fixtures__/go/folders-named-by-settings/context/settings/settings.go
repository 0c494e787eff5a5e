package settings

import (
	"os"
	"reflect"
)

// Settings are read from the environment.
type Settings struct {
	Steps string `env:"STEPS" envDefault:"sql/steps"`
}

// Read fills the settings, by the tags of their fields.
func Read() Settings {
	field, _ := reflect.TypeOf(Settings{}).FieldByName("Steps")
	if value := os.Getenv(field.Tag.Get("env")); value != "" {
		return Settings{Steps: value}
	}
	return Settings{Steps: field.Tag.Get("envDefault")}
}
