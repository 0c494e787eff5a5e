module example.com/grpc

go 1.22
