FROM golang:1.22-alpine3.20 AS builder
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /out/queue .

FROM alpine:3.20
RUN apk add --no-cache su-exec && adduser -S -D -H queue
COPY docker-entrypoint.sh /usr/local/bin/
COPY --from=builder /out/queue /usr/local/bin/queue
VOLUME /data
EXPOSE 8080
ENTRYPOINT ["docker-entrypoint.sh"]
CMD ["queue"]
