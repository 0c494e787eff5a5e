FROM golang:1.22-bookworm AS builder
ENV CGO_ENABLED=1
WORKDIR /app
COPY . .
RUN go build -race -o detector .

FROM debian:bookworm-slim AS runtime
RUN groupadd --system --gid 10001 app && useradd --system --uid 10001 --gid app app
WORKDIR /app
COPY --from=builder /app/detector ./
USER 10001
EXPOSE 8080
CMD ["./detector"]
