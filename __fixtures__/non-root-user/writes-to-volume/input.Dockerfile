FROM golang:1.22-alpine3.20 AS builder
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /out/store .

FROM alpine:3.20
COPY --from=builder /out/store /usr/local/bin/store
VOLUME /var/lib/store
EXPOSE 8080
CMD ["store"]
