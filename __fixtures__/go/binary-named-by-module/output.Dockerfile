FROM golang:1.22 AS builder
WORKDIR /usr/src/app
COPY . .
RUN CGO_ENABLED=0 go build .

FROM gcr.io/distroless/static-debian12:nonroot AS runtime
WORKDIR /usr/src/app
COPY --from=builder /usr/src/app/weather ./
EXPOSE 8080
CMD ["./weather"]
