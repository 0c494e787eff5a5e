FROM golang:1.22 AS builder
WORKDIR /app
COPY . .
RUN go mod tidy
RUN go run /usr/local/go/src/crypto/tls/generate_cert.go --host localhost
RUN go run ./cmd/seed && CGO_ENABLED=0 go build -o shop ./cmd/server

FROM gcr.io/distroless/static-debian12 AS runtime
WORKDIR /app
COPY --from=builder /app/shop ./
COPY --from=builder /app/words.txt ./
COPY --from=builder /app/cert.pem ./
COPY --from=builder /app/key.pem ./
COPY --from=builder /app/shop.db ./
EXPOSE 8443
CMD ["./shop"]
