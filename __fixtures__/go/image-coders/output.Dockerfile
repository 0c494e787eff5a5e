FROM golang:1.22-bookworm AS builder
RUN apt-get update && apt-get install -y libmagickwand-dev
WORKDIR /app
COPY . .
RUN go build -o pictures .

FROM debian:bookworm-slim AS runtime
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates libmagickwand-6.q16-6 libmagickcore-6.q16-6-extra ghostscript && rm -rf /var/lib/apt/lists/*
RUN groupadd --system --gid 10001 app && useradd --system --uid 10001 --gid app app
WORKDIR /app
COPY --from=builder /app/pictures ./
USER 10001
EXPOSE 8080
CMD ["./pictures"]
