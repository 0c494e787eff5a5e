FROM golang:1.22 AS builder
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -o status .

FROM gcr.io/distroless/static-debian12:nonroot AS runtime
WORKDIR /app
COPY --from=builder /app/status ./
EXPOSE 8080
HEALTHCHECK CMD ["/app/status", "-check"]
CMD ["/app/status"]
