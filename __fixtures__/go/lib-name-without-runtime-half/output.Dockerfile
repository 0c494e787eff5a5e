FROM golang:1.22-bookworm AS builder
RUN apt-get update && apt-get install -y libacme-sdk-dev
WORKDIR /app
COPY . .
RUN go build -o scanner .

FROM debian:bookworm-slim AS runtime
RUN apt-get update && apt-get install -y --no-install-recommends libacme-sdk-dev && rm -rf /var/lib/apt/lists/*
RUN groupadd --system --gid 10001 app && useradd --system --uid 10001 --gid app app
WORKDIR /app
COPY --from=builder /app/scanner ./
USER 10001
CMD ["./scanner"]
