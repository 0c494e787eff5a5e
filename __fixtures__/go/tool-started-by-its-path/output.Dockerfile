FROM golang:1.22 AS builder
RUN go install github.com/pressly/goose/v3/cmd/goose@v3.20.0
WORKDIR /src
COPY . .
RUN go build -o orders .

FROM debian:bookworm-slim AS runtime
RUN groupadd --system --gid 10001 app && useradd --system --uid 10001 --gid app app
COPY --from=builder /go/bin/goose /go/bin/goose
WORKDIR /src
COPY --from=builder /src/orders ./
COPY --from=builder /src/changes ./changes
COPY start.sh /start.sh
RUN chmod +x /start.sh
USER 10001
ENTRYPOINT ["/start.sh"]
