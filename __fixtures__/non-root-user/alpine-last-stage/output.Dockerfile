FROM golang:1.22-alpine3.20 AS builder
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /out/api .

FROM alpine:3.20
RUN addgroup -S -g 10001 app && adduser -S -D -H -u 10001 -G app app
WORKDIR /app
COPY --from=builder /out/api ./
USER 10001
EXPOSE 8080
CMD ["./api"]
