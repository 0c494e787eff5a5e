from golang:1.22 as builder
workdir /app
copy . .
run CGO_ENABLED=0 go build -o small .

from gcr.io/distroless/static-debian12:nonroot as runtime
workdir /app
copy --from=builder /app/small ./
expose 8080
cmd ["./small"]
