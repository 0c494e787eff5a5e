module example.com/mytask

go 1.22
