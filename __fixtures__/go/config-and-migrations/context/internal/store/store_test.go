package store

import (
	"os"
	"testing"
)

func TestSample(t *testing.T) {
	if _, err := os.Stat("testdata/sample.csv"); err != nil {
		t.Fatal(err)
	}
}
