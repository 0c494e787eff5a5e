FROM golang:1.22 AS builder
WORKDIR /src/service
COPY . .
RUN git clone https://example.com/greeting.git ../greeting && go build -o /usr/local/bin/service .

FROM debian:bookworm-slim AS runtime
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates && rm -rf /var/lib/apt/lists/*
WORKDIR /src/service
COPY --from=builder /usr/local/bin/service /usr/local/bin/service
CMD ["service"]
