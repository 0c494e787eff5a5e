FROM golang:1.22-bookworm AS builder
ADD https://data.example.com/rates.tgz /tmp/rates.tgz
RUN mkdir -p /opt/rates && tar -xzf /tmp/rates.tgz -C /opt/rates && rm /tmp/rates.tgz
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /usr/local/bin/ledger .

FROM gcr.io/distroless/static-debian12:nonroot AS runtime
COPY --from=builder /opt/rates /opt/rates
WORKDIR /src
COPY --from=builder /usr/local/bin/ledger /usr/local/bin/ledger
EXPOSE 8080
CMD ["ledger"]
