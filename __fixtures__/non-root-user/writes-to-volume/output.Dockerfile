FROM golang:1.22-alpine3.20 AS builder
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /out/store .

FROM alpine:3.20
RUN addgroup -S -g 10001 app && adduser -S -D -H -u 10001 -G app app
COPY --from=builder /out/store /usr/local/bin/store
RUN mkdir -p /var/lib/store && chown app:app /var/lib/store
VOLUME /var/lib/store
USER 10001
EXPOSE 8080
CMD ["store"]
