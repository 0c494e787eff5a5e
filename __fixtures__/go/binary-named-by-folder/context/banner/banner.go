package banner

// Line frames a word.
func Line(word string) string { return "[ " + word + " ]" }
