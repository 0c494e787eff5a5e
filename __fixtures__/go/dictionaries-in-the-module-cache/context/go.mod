module example.com/shop

go 1.22

require github.com/go-ego/gse v0.70.2
