FROM golang:1.24 AS builder
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /usr/local/bin/shop ./shop

FROM gcr.io/distroless/static-debian12:nonroot AS runtime
COPY --from=builder /usr/local/bin/shop /usr/local/bin/shop
WORKDIR /srv
COPY words ./words
CMD ["shop"]
