FROM golang:1.22-alpine AS builder
RUN apk add --no-cache tini-static
WORKDIR /src
COPY go.mod ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -o /out/stock .

FROM alpine:3.20
RUN adduser -D -u 10001 app
COPY --from=builder /out/stock /usr/local/bin/stock
COPY --from=builder /sbin/tini-static /sbin/tini
USER app
EXPOSE 8080
ENTRYPOINT ["/sbin/tini", "--"]
CMD ["stock"]
