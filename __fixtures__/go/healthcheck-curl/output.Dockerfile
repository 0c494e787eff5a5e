FROM golang:1.22-bookworm AS builder
WORKDIR /app
COPY . .
RUN go build -o status .

FROM debian:bookworm-slim AS runtime
RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*
RUN groupadd --system --gid 10001 app && useradd --system --uid 10001 --gid app app
WORKDIR /app
COPY --from=builder /app/status ./
USER 10001
EXPOSE 8080
HEALTHCHECK --interval=5s CMD curl -fs http://localhost:8080/ || exit 1
CMD ["./status"]
