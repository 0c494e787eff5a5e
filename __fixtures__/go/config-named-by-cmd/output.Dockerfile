FROM golang:1.22-alpine3.20 AS builder
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -o proxy .

FROM gcr.io/distroless/static-debian12:nonroot AS runtime
WORKDIR /app
COPY --from=builder /app/proxy ./
COPY --from=builder /app/deploy/proxy.conf ./deploy/proxy.conf
EXPOSE 8080
ENTRYPOINT ["/app/proxy"]
CMD ["--config", "deploy/proxy.conf"]
