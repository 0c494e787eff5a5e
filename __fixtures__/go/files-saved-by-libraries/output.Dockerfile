FROM golang:1.22 AS builder
WORKDIR /srv/ledger
COPY go.mod ./
RUN go mod download
COPY . .
RUN go build -o ledger .

FROM debian:bookworm-slim AS runtime
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates media-types && rm -rf /var/lib/apt/lists/*
RUN groupadd --system --gid 10001 app && useradd --system --uid 10001 --gid app app
WORKDIR /srv/ledger
COPY --from=builder /srv/ledger/ledger ./
RUN mkdir -p codes bills messages rates && chown app:app codes bills messages rates
USER 10001
EXPOSE 8080
CMD ["./ledger"]
