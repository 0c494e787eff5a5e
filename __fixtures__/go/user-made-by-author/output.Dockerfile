FROM golang:1.22-alpine3.20 AS builder
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -o portal .

FROM alpine:3.20 AS runtime
RUN adduser -D -u 1001 web
WORKDIR /app
COPY --from=builder /app/portal ./
USER web
EXPOSE 8080
CMD ["./portal"]
