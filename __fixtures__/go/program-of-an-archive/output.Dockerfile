FROM golang:1.24 AS builder
WORKDIR /src

RUN wget -q https://github.com/golang-migrate/migrate/releases/download/v4.18.1/migrate.linux-amd64.tar.gz \
 && tar xzf migrate.linux-amd64.tar.gz -C /usr/local/bin migrate \
 && rm migrate.linux-amd64.tar.gz

COPY go.mod ./
COPY *.go ./
RUN go build -o /usr/local/bin/orders .

FROM debian:trixie-slim AS runtime
RUN groupadd --system --gid 10001 app && useradd --system --uid 10001 --gid app app
WORKDIR /src
COPY migrations ./migrations
COPY --from=builder /usr/local/bin/orders /usr/local/bin/orders
COPY --from=builder /usr/local/bin/migrate /usr/local/bin/migrate
USER 10001

EXPOSE 8080
CMD ["sh", "-c", "migrate -path migrations -database $DATABASE_URL up && exec orders"]
