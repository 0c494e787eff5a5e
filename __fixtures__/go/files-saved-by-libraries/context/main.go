package main

import (
	"net/http"

	"github.com/gocolly/colly/v2"
	"github.com/jung-kurt/gofpdf"
	"github.com/skip2/go-qrcode"
	"go.mau.fi/whatsmeow/store/sqlstore"
	_ "modernc.org/sqlite"
)

func bill(w http.ResponseWriter, r *http.Request) {
	pdf := gofpdf.New("P", "mm", "A4", "")
	pdf.AddPage()
	if err := qrcode.WriteFile(r.URL.Path, qrcode.Medium, 256, "codes/bill.png"); err != nil {
		http.Error(w, err.Error(), 500)
		return
	}
	if err := pdf.OutputFileAndClose("bills/last.pdf"); err != nil {
		http.Error(w, err.Error(), 500)
		return
	}
	http.ServeFile(w, r, "bills/last.pdf")
}

func main() {
	if _, err := sqlstore.New("sqlite", "file:messages/store.db?_foreign_keys=on", nil); err != nil {
		panic(err)
	}
	rates := colly.NewCollector(colly.CacheDir("./rates"))
	rates.Visit("https://rates.example.org")
	http.HandleFunc("/bill", bill)
	http.ListenAndServe(":8080", nil)
}
