module example.com/carriage

go 1.22
