FROM golang:1.22-alpine AS builder
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go install github.com/swaggo/swag/cmd/swag@v1.16.3
RUN go generate ./... && CGO_ENABLED=0 go build -o shop .

FROM alpine:3.21 AS runtime
RUN addgroup -S -g 10001 app && adduser -S -D -H -u 10001 -G app app
WORKDIR /app
COPY --from=builder /app/shop ./
COPY --from=builder /app/api/docs ./api/docs
USER 10001
EXPOSE 8080
CMD ["./shop"]
