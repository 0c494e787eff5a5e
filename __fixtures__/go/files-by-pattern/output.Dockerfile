FROM golang:1.22 AS builder
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -o board cmd/web/*

FROM debian:bookworm-slim AS runtime
RUN groupadd --system --gid 10001 app && useradd --system --uid 10001 --gid app app
WORKDIR /app
COPY --from=builder /app/board ./
COPY --from=builder /app/ui/home.html ./ui/home.html
USER 10001
EXPOSE 4000
ENTRYPOINT /app/board
