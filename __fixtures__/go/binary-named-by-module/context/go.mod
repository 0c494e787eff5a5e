module example.com/acme/weather

go 1.22
