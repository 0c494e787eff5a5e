# syntax=docker/dockerfile:1
FROM golang:1.22
WORKDIR /app
COPY . .
RUN <<EOF
set -e
go vet ./...
go build -o here .
EOF
EXPOSE 8080
CMD ["./here"]
