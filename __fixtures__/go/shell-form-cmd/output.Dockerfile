# TODO make this a proper multi-stage build
FROM golang:1.22-bookworm AS builder

WORKDIR /go/src/app
COPY . .

RUN go build -o bot main.go

FROM debian:bookworm-slim AS runtime
RUN groupadd --system --gid 10001 app && useradd --system --uid 10001 --gid app app
WORKDIR /go/src/app
COPY --from=builder /go/src/app/bot ./
USER 10001

EXPOSE 8123

CMD ./bot
