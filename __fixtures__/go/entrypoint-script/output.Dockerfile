FROM golang:1.22-bookworm AS builder
WORKDIR /app
COPY . .
RUN go build -o api .
RUN chmod +x scripts/entrypoint.sh

FROM debian:bookworm-slim AS runtime
RUN groupadd --system --gid 10001 app && useradd --system --uid 10001 --gid app app
WORKDIR /app
COPY --from=builder /app/api ./
COPY --from=builder /app/scripts/entrypoint.sh ./scripts/entrypoint.sh
USER 10001
EXPOSE 8080
ENTRYPOINT ["./scripts/entrypoint.sh"]
CMD ["./api"]
