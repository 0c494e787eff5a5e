FROM golang:1.22 AS builder
WORKDIR /srv/shop
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN go build -o shop .

FROM debian:bookworm-slim AS runtime
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates && rm -rf /var/lib/apt/lists/*
RUN groupadd --system --gid 10001 app && useradd --system --uid 10001 --gid app app
WORKDIR /srv/shop
COPY --from=builder /srv/shop/shop ./
COPY --from=builder /go/pkg/mod/github.com/go-ego/gse@v0.70.2 /go/pkg/mod/github.com/go-ego/gse@v0.70.2
USER 10001
EXPOSE 3000
CMD ["./shop"]
