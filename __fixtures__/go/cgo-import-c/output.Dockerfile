FROM golang:1.22 AS builder
WORKDIR /app
COPY . .
RUN go build -o checksum .

FROM debian:bookworm-slim AS runtime
RUN groupadd --system --gid 10001 app && useradd --system --uid 10001 --gid app app
WORKDIR /app
COPY --from=builder /app/checksum ./
USER 10001
EXPOSE 8080
ENTRYPOINT ["./checksum"]
