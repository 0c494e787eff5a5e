package main

import "fmt"

func main() { fmt.Println("schema is up to date") }
