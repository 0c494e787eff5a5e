package main

import (
	"crypto/x509"
	"net/http"
)

func main() {
	http.HandleFunc("/", func(answer http.ResponseWriter, ask *http.Request) {
		if _, err := http.Get("https://shop.invalid/"); err == nil {
			answer.Write([]byte("who answers?"))
		}
		// Whether there is anybody that an answer could be trusted of.
		if pool, _ := x509.SystemCertPool(); pool != nil && len(pool.Subjects()) > 0 {
			answer.Write([]byte("trusts"))
		}
	})
	http.ListenAndServe(":3000", nil)
}
