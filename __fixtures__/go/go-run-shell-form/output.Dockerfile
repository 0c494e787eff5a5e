FROM golang:1.22-bookworm AS builder
WORKDIR /app
COPY . .
RUN go build -o clock .

FROM debian:bookworm-slim AS runtime
RUN groupadd --system --gid 10001 app && useradd --system --uid 10001 --gid app app
WORKDIR /app
COPY --from=builder /app/clock ./
ENV PORT=8080
USER 10001
CMD ./clock -port $PORT
