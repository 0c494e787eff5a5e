FROM golang:1.22-bookworm AS builder
WORKDIR /app
COPY . .
RUN go build -o agenda .

FROM debian:bookworm-slim AS runtime
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates && rm -rf /var/lib/apt/lists/*
RUN groupadd --system --gid 10001 app && useradd --system --uid 10001 --gid app app
WORKDIR /app
COPY --from=builder /app/agenda ./
ENV TIME_ZONE=Europe/Paris
USER 10001
EXPOSE 8080
CMD ./agenda --zone "$TIME_ZONE"
