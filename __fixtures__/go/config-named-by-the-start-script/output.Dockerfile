FROM golang:1.22-alpine3.20 AS builder
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -o proxy .

FROM alpine:3.20 AS runtime
RUN addgroup -S -g 10001 app && adduser -S -D -H -u 10001 -G app app
WORKDIR /app
COPY --from=builder /app/proxy ./
COPY --from=builder /app/deploy/proxy.conf ./deploy/proxy.conf
COPY --from=builder /app/start.sh ./
USER 10001
EXPOSE 8080
CMD ["sh", "start.sh"]
