FROM golang:1.22
WORKDIR /app
COPY . .
RUN go mod tidy
RUN go run /usr/local/go/src/crypto/tls/generate_cert.go --host localhost
RUN go run ./cmd/seed && go build -o shop ./cmd/server
EXPOSE 8443
CMD ["./shop"]
