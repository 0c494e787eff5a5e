FROM debian:bookworm-slim AS base
RUN apt-get update && apt-get install -y --no-install-recommends jq

FROM golang:1.22-bookworm AS builder
RUN apt-get update && apt-get install -y --no-install-recommends zip
WORKDIR /src
COPY . .
RUN go build -o /out/api .

FROM base
COPY --from=builder /out/api /usr/local/bin/api
USER nobody
EXPOSE 8080
CMD ["api"]
