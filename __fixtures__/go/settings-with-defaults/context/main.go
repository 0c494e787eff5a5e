package main

import (
	"log"
	"net/http"
	sys "os"

	"github.com/spf13/viper"
)

func main() {
	settings := viper.New()
	settings.SetConfigName("notes")
	settings.AddConfigPath(".")
	if err := settings.ReadInConfig(); err != nil {
		log.Fatal(err)
	}
	folder := "notes.d"
	if settings.GetBool("shared") {
		folder = sharedFolder
	}
	if err := sys.MkdirAll(folder, 0o755); err != nil {
		log.Fatal(err)
	}
	log.Fatal(http.ListenAndServe(":8080", nil))
}
