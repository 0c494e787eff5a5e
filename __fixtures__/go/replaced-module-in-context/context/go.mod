module example.com/local

go 1.22

require (
	example.com/shout v0.0.0
	github.com/gorilla/mux v1.8.1
)

replace example.com/shout => ./third_party/shout
