package main

import (
	"log"
	"net/http"

	"gopkg.in/gographics/imagick.v2/imagick"
)

func main() {
	imagick.Initialize()
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		wand := imagick.NewMagickWand()
		if err := wand.ReadImage("pango:" + r.URL.Query().Get("text")); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		w.Write([]byte("drawn\n"))
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
