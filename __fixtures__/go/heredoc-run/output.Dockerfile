# syntax=docker/dockerfile:1
FROM golang:1.22 AS builder
WORKDIR /app
COPY . .
RUN <<EOF
set -e
go vet ./...
CGO_ENABLED=0 go build -o here .
EOF

FROM gcr.io/distroless/static-debian12:nonroot AS runtime
WORKDIR /app
COPY --from=builder /app/here ./
EXPOSE 8080
CMD ["./here"]
