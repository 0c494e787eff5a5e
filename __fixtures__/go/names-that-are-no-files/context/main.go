package main

import (
	"log"
	"net"

	"example.com/parcels/api"
	"google.golang.org/grpc"
)

func main() {
	listener, err := net.Listen("tcp", ":7000")
	if err != nil {
		log.Fatal(err)
	}
	server := grpc.NewServer()
	api.Register(server, "parcels")
	log.Fatal(server.Serve(listener))
}
