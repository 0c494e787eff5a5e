package main

func Greet() string { return "hello" }
