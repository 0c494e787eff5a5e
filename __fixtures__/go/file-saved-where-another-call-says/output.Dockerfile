FROM golang:1.22 AS builder
WORKDIR /srv/turnstile
COPY go.mod ./
RUN go mod download
COPY . .
RUN go build -o turnstile .

FROM debian:bookworm-slim AS runtime
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates && rm -rf /var/lib/apt/lists/*
WORKDIR /srv/turnstile
COPY --from=builder /srv/turnstile/turnstile ./
COPY --from=builder /srv/turnstile/rules ./rules
EXPOSE 8080
CMD ["./turnstile"]
