package main

import (
	"fmt"

	"git.example.com/hr/people"
)

func main() { fmt.Println(people.Count()) }
