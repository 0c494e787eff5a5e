module acme.example/quotes

go 1.22
