module example.com/shop

go 1.22

require github.com/pocketbase/pocketbase v0.22.0
