module example.org/turnstile

go 1.22

require github.com/casbin/casbin/v2 v2.100.0
