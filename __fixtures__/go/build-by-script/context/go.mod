module example.com/scripted

go 1.22
