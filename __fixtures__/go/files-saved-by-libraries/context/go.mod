module example.org/ledger

go 1.22

require (
	github.com/gocolly/colly/v2 v2.1.0
	github.com/jung-kurt/gofpdf v1.16.2
	github.com/skip2/go-qrcode v0.0.0-20200617195104-da1b6568686e
	go.mau.fi/whatsmeow v0.0.0-20240821142752-3d63c6fcc1a7
	modernc.org/sqlite v1.32.0
)
