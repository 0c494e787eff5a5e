module example.org/orders

go 1.22

require example.com/barcodes v1.0.0
