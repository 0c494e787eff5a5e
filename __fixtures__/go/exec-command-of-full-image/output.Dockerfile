FROM golang:1.22-bookworm AS builder
WORKDIR /app
COPY . .
RUN go build -o versions .

FROM debian:bookworm-slim AS runtime
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates git && rm -rf /var/lib/apt/lists/*
RUN groupadd --system --gid 10001 app && useradd --system --uid 10001 --gid app app
WORKDIR /app
COPY --from=builder /app/versions ./
USER 10001
EXPOSE 8080
CMD ["./versions"]
