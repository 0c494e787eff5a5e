module example.com/agenda

go 1.22
