FROM golang:1.22-bookworm AS builder
WORKDIR /src
COPY . .
RUN go build -o /out/api .

FROM debian:bookworm-slim
ARG WITH_JQ
RUN if [ -n "$WITH_JQ" ]; then apt-get update && apt-get install -y jq; fi && rm -rf /var/lib/apt/lists/*
COPY --from=builder /out/api /usr/local/bin/api
USER nobody
CMD ["api"]
