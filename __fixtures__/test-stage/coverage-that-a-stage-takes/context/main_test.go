package main

import "testing"

func TestGreeting(t *testing.T) {
	if greeting("a") != "hello, a" {
		t.Fail()
	}
}
