module example.com/ascii

go 1.22
