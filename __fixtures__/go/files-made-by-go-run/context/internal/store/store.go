package store

import (
	"database/sql"
	"os"

	_ "modernc.org/sqlite"
)

// Open opens the shop's database.
func Open() (*sql.DB, error) { return sql.Open("sqlite", "shop.db") }

// Keep is called by the server alone.
func Keep(name string, body []byte) error { return os.WriteFile("/tmp/"+name, body, 0o644) }
