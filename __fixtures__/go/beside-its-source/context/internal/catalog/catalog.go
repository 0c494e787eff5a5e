package catalog

import (
	"log"
	"os"
	"path/filepath"
	"runtime"
)

var (
	_, file, _, _ = runtime.Caller(0)
	root          = filepath.Join(filepath.Dir(file), "../..")
)

func Settings() []byte {
	text, err := os.ReadFile(root + "/settings.json")
	if err != nil {
		log.Fatal(err)
	}
	return text
}
