module example.com/here

go 1.22
