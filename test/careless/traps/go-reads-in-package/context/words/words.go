package words

import "os"

func First() []byte {
	text, err := os.ReadFile("words/list.txt")
	if err != nil {
		panic(err)
	}
	return text
}
