module example.com/shop

go 1.22

require github.com/gogs/git-module v1.8.3
