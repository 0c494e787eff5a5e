FROM golang:1.22 AS builder
WORKDIR /app
COPY go.mod ./
COPY . .
RUN go build -o grader .

FROM debian:bookworm-slim AS runtime
RUN groupadd --system --gid 10001 app && useradd --system --uid 10001 --gid app app
WORKDIR /app
COPY --from=builder /app/grader ./
COPY --from=builder /app/tools/tidy.sh ./tools/tidy.sh
USER 10001
EXPOSE 8080
CMD ["./grader"]
