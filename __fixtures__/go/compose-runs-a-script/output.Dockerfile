FROM golang:1.22 AS builder
WORKDIR /app
COPY . .
RUN go build -o main .

FROM debian:bookworm-slim AS runtime
RUN groupadd --system --gid 10001 app && useradd --system --uid 10001 --gid app app
WORKDIR /app
COPY --from=builder /app/scripts/start.sh ./scripts/start.sh
COPY --from=builder /app/main ./
USER 10001
CMD ["/app/main"]
