FROM golang:1.22 AS builder
WORKDIR /srv/ledger
COPY go.mod .
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -o ledger ./cmd/ledger

FROM gcr.io/distroless/static-debian12:nonroot AS runtime
WORKDIR /srv/ledger
COPY --from=builder /srv/ledger/ledger ./
COPY --from=builder /srv/ledger/config ./config
COPY --from=builder /srv/ledger/internal/store/migrations ./internal/store/migrations
EXPOSE 8080
CMD ["./ledger"]
