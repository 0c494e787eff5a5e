module acme.example/orders

go 1.22

require github.com/acme/money v1.0.0
