FROM golang:1.22 AS builder
WORKDIR /app
COPY . .
RUN go build -o reports .

FROM debian:bookworm-slim AS runtime
RUN apt-get update && apt-get install -y --no-install-recommends media-types && rm -rf /var/lib/apt/lists/*
RUN groupadd --system --gid 10001 app && useradd --system --uid 10001 --gid app app
WORKDIR /app
COPY --from=builder /app/reports ./
COPY --from=builder /app/public ./public
USER 10001
EXPOSE 8080
ENTRYPOINT ["./reports"]
