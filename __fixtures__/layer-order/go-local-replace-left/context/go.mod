module example.com/api

go 1.22

require example.com/shout v0.0.0

replace example.com/shout => ./shout
