module example.com/detector

go 1.22
