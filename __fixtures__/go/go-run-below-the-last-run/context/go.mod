module example.com/polls

go 1.22

require github.com/gorilla/mux v1.8.1
