package main

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
	"strings"
)

func main() {
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		sum := 0
		for _, word := range strings.Fields(lines.Text()) {
			number, err := strconv.Atoi(word)
			if err != nil {
				fmt.Println(err)
				continue
			}
			sum += number
		}
		fmt.Println(sum)
	}
}
