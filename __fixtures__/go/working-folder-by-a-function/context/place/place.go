package place

import "os"

// Folder is where the program was started.
func Folder() string {
	folder, err := os.Getwd()
	if err != nil {
		panic(err)
	}
	return folder
}
