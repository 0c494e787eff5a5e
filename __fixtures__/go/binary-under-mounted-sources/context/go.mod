module example.com/mounted

go 1.22
