package main

import "testing"

func TestFizzbuzz(t *testing.T) {
	if got := fizzbuzz(9); got != "fizz" {
		t.Errorf("9 is %s", got)
	}
}
