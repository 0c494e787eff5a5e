FROM golang:1.22 AS builder
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 make build

FROM gcr.io/distroless/static-debian12:nonroot AS runtime
WORKDIR /app
COPY --from=builder /app/bin/exporter ./bin/exporter
EXPOSE 8080
ENTRYPOINT ["bin/exporter"]
