FROM golang:1.22-alpine3.20 AS builder
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o spool-server .

FROM alpine:3.20
WORKDIR /app
COPY --from=builder /src/spool-server ./
COPY --from=builder /src/spool ./spool
COPY --from=builder /src/pages ./pages
EXPOSE 8080
CMD ["./spool-server"]
