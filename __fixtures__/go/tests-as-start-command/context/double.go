package tested

// Double is twice n.
func Double(n int) int { return 2 * n }
