FROM golang:1.22-bookworm AS builder
COPY check-1.2.tar.gz /tmp/
RUN tar -xzf /tmp/check-1.2.tar.gz -C /usr/local/bin check
WORKDIR /src
COPY go.mod main.go ./
RUN go build -o /usr/local/bin/ledger .

FROM debian:bookworm-slim AS runtime
RUN groupadd --system --gid 10001 app && useradd --system --uid 10001 --gid app app
WORKDIR /src
COPY --from=builder /usr/local/bin/ledger /usr/local/bin/ledger
COPY --from=builder /usr/local/bin/check /usr/local/bin/check
USER 10001
EXPOSE 8080
CMD ["sh", "-c", "check && exec ledger"]
