FROM golang:1.22 AS builder
WORKDIR /srv/relay
COPY . .
RUN CGO_ENABLED=0 go build -o relay .
RUN mkdir -p certs

FROM gcr.io/distroless/static-debian12 AS runtime
WORKDIR /srv/relay
COPY --from=builder --chown=nonroot:nonroot /srv/relay/certs ./certs
COPY --from=builder /srv/relay/relay /srv/relay/relay.json* ./
USER nonroot
EXPOSE 8443
CMD ["./relay"]
