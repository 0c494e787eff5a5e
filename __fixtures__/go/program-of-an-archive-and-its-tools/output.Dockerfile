FROM golang:1.22-bookworm AS builder
RUN apt-get update && apt-get install -y unzip && curl -sSLo /tmp/migrate.zip https://tools.example.com/migrate.zip && unzip /tmp/migrate.zip -d /usr/local/bin
WORKDIR /src
COPY . .
RUN go build -o /usr/local/bin/ledger .

FROM debian:bookworm-slim AS runtime
RUN groupadd --system --gid 10001 app && useradd --system --uid 10001 --gid app app
COPY --from=builder /usr/local/bin/migrate /usr/local/bin/migrate
WORKDIR /src
COPY --from=builder /usr/local/bin/ledger /usr/local/bin/ledger
USER 10001
EXPOSE 8080
CMD ["sh", "-c", "migrate up && exec ledger"]
