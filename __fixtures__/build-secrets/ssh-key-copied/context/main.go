package main

import _ "github.com/acme/money"

func main() { println("x") }
