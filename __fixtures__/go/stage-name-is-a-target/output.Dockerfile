FROM golang:1.22 AS builder
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -o named .

FROM gcr.io/distroless/static-debian12:nonroot AS app
WORKDIR /app
COPY --from=builder /app/named ./
EXPOSE 8080
CMD ["./named"]
