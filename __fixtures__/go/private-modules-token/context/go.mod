module example.com/billing

go 1.22

require github.com/acme/invoices v0.3.0
