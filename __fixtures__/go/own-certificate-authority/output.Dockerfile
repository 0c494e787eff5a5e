FROM golang:1.22 AS builder
WORKDIR /src
# Our proxy signs with this.
COPY certs/*.crt /usr/local/share/ca-certificates/
RUN update-ca-certificates
COPY . .
RUN CGO_ENABLED=0 go build -o /bin/orders .

FROM gcr.io/distroless/static-debian12:nonroot AS runtime
WORKDIR /src
COPY --from=builder /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/ca-certificates.crt
COPY --from=builder /bin/orders /bin/orders
CMD ["/bin/orders"]
