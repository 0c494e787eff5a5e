FROM golang:1.22 AS builder
WORKDIR /srv/rates
COPY . .
RUN CGO_ENABLED=0 go build -o rates-server .

FROM gcr.io/distroless/static-debian12:nonroot AS runtime
WORKDIR /srv/rates
COPY --from=builder /srv/rates/rates-server ./
COPY --from=builder /srv/rates/rates.yaml ./
EXPOSE 8080
CMD ["./rates-server"]
