FROM golang:1.22 AS builder
RUN curl -fsSL https://tools.example.com/setup.sh | bash
WORKDIR /app
COPY . .
RUN go build -o main .

FROM debian:bookworm-slim AS runtime
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates curl && rm -rf /var/lib/apt/lists/*
RUN groupadd --system --gid 10001 app && useradd --system --uid 10001 --gid app app
RUN curl -fsSL https://tools.example.com/setup.sh | bash
WORKDIR /app
COPY --from=builder /app/main ./
USER 10001
CMD ["./main"]
