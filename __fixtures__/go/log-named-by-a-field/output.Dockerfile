FROM golang:1.22 AS builder
WORKDIR /srv/shop
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -o shop .
RUN mkdir -p log

FROM gcr.io/distroless/static-debian12:nonroot AS runtime
WORKDIR /srv/shop
COPY --from=builder /srv/shop/shop ./
COPY --from=builder --chown=nonroot:nonroot /srv/shop/log ./log
EXPOSE 3000
CMD ["./shop"]
