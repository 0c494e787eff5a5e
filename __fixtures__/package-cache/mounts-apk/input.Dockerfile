FROM golang:1.22-alpine AS builder
WORKDIR /src
RUN apk add --no-cache git make
COPY . .
RUN go build -o /hello .

FROM alpine:3.20
RUN apk update && apk add tzdata && rm -rf /var/cache/apk/*
COPY --from=builder /hello /hello
EXPOSE 8080
CMD ["/hello"]
