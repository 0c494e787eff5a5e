FROM golang:1.22-alpine AS builder
RUN apk add --no-cache curl
RUN curl -sL https://example.com/waits/v1/waits.linux-amd64.tar.gz | tar xz && mv waits /usr/local/bin/waits
WORKDIR /src
COPY . .
RUN go build -o orders .

FROM alpine:3.21 AS runtime
RUN addgroup -S -g 10001 app && adduser -S -D -H -u 10001 -G app app
WORKDIR /src
COPY --from=builder /src/orders ./
COPY --from=builder /usr/local/bin/waits /usr/local/bin/waits
COPY --from=builder /src/start.sh ./
USER 10001
ENTRYPOINT ["./start.sh"]
