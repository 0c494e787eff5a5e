FROM golang:1.22 AS builder
WORKDIR /srv/shop
COPY . .
RUN CGO_ENABLED=0 go build -o /usr/local/bin/shop .

FROM gcr.io/distroless/static-debian12:nonroot AS runtime
WORKDIR /srv/shop
COPY --from=builder /usr/local/bin/shop /usr/local/bin/shop
COPY --from=builder /srv/shop/settings.json ./
WORKDIR /
EXPOSE 3000
CMD ["shop"]
