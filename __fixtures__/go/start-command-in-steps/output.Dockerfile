FROM golang:1.22-bookworm AS builder
WORKDIR /app
COPY . .
RUN go build -o migrate ./cmd/migrate
RUN go build -o api ./cmd/api

FROM debian:bookworm-slim AS runtime
RUN groupadd --system --gid 10001 app && useradd --system --uid 10001 --gid app app
WORKDIR /app
COPY --from=builder /app/migrate ./
COPY --from=builder /app/api ./
COPY --from=builder /app/migrations ./migrations
USER 10001
EXPOSE 8080
CMD ["sh", "-c", "./migrate up && exec ./api"]
