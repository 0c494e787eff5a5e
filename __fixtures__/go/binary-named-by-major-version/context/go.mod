module example.com/relay/v2

go 1.22
