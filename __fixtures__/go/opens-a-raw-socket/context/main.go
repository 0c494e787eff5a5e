package main

import "net"

func main() {
	conn, err := net.ListenPacket("ip4:icmp", "0.0.0.0")
	if err != nil {
		panic(err)
	}
	buffer := make([]byte, 1500)
	for {
		conn.ReadFrom(buffer)
	}
}
