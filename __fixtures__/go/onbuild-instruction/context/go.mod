module example.com/onbuild

go 1.22
