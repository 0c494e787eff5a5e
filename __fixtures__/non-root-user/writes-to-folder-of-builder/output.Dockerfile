FROM golang:1.22-alpine3.20 AS builder
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o spool-server .

FROM alpine:3.20
RUN addgroup -S -g 10001 app && adduser -S -D -H -u 10001 -G app app
WORKDIR /app
COPY --from=builder /src/spool-server ./
COPY --from=builder --chown=app:app /src/spool ./spool
COPY --from=builder /src/pages ./pages
USER 10001
EXPOSE 8080
CMD ["./spool-server"]
