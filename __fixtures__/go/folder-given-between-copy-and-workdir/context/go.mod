module example.com/minutes

go 1.22
