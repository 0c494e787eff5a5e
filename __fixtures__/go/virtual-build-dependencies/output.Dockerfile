FROM golang:1.22-alpine3.20 AS builder
WORKDIR /app
COPY . .
RUN apk add --no-cache --virtual .build-deps gcc musl-dev && \
    go build -o tally . && \
    apk del .build-deps

FROM alpine:3.20 AS runtime
RUN addgroup -S -g 10001 app && adduser -S -D -H -u 10001 -G app app
WORKDIR /app
COPY --from=builder /app/tally ./
USER 10001
EXPOSE 8080
CMD ["./tally"]
