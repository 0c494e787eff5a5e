FROM golang:1.7-alpine AS builder
RUN apk add --update git
COPY . /go/src/example.com/feed
WORKDIR /go/src/example.com/feed
RUN go get -d
RUN CGO_ENABLED=0 go build -o feed

FROM alpine:3.4 AS runtime
RUN apk add --no-cache ca-certificates
RUN addgroup -S -g 10001 app && adduser -S -D -H -u 10001 -G app app
WORKDIR /go/src/example.com/feed
COPY --from=builder /go/src/example.com/feed/feed ./
USER 10001
CMD ./feed
