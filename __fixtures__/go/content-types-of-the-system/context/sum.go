package main

/*
static unsigned int sum(const char *s) {
	unsigned int n = 0;
	while (*s) n = n * 31 + (unsigned char)*s++;
	return n;
}
*/
import "C"

func sum(text string) uint {
	return uint(C.sum(C.CString(text)))
}
