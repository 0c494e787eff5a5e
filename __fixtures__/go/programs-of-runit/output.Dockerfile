FROM golang:1.22-bookworm AS builder
WORKDIR /srv
COPY go.mod ./
COPY . .
RUN go build -o bin/web ./cmd/web && go build -o bin/sweep ./cmd/sweep

FROM debian:bookworm-slim AS runtime
RUN apt-get update && apt-get install -y runit && rm -rf /var/lib/apt/lists/*
WORKDIR /srv
COPY --from=builder /srv/bin/web ./bin/web
COPY --from=builder /srv/bin/sweep ./bin/sweep
COPY --from=builder /srv/pages/index.html ./pages/index.html
COPY service /etc/service
EXPOSE 8080
CMD ["runsvdir", "-P", "/etc/service"]
