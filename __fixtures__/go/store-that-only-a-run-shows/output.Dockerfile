FROM golang:1.22 AS builder
WORKDIR /srv/shop
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN go build -o shop .

FROM debian:bookworm-slim AS runtime
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates && rm -rf /var/lib/apt/lists/*
WORKDIR /srv/shop
COPY --from=builder /srv/shop/shop ./
EXPOSE 3000
CMD ["./shop"]
