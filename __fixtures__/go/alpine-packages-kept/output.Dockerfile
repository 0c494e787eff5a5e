FROM golang:1.22-alpine3.20 AS builder
WORKDIR /app
ADD . /app
RUN CGO_ENABLED=0 go build -o main .

FROM alpine:3.20 AS runtime
RUN addgroup -S -g 10001 app && adduser -S -D -H -u 10001 -G app app
WORKDIR /app
COPY --from=builder /app/main ./
# handy inside the container
RUN apk add --no-cache bash && apk add --no-cache tree
USER 10001
EXPOSE 8080
CMD ["/app/main"]
