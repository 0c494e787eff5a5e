FROM golang:1.24-alpine AS builder
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -o server .

FROM alpine:3.23 AS runtime
WORKDIR /app
RUN addgroup -S web && adduser -S -G web web
COPY --from=builder --chown=web:web /app/server ./
COPY --from=builder --chown=web:web /app/data ./data
RUN chown web:web /app
USER web
EXPOSE 8080
CMD ["./server"]
