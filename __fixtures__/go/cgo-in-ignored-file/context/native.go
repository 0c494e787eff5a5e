// +build ignore

package main

// #include <time.h>
import "C"
