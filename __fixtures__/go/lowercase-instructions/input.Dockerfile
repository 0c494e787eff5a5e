from golang:1.22
workdir /app
copy . .
run go build -o small .
expose 8080
cmd ["./small"]
