FROM golang:1.22 AS builder
WORKDIR /app
COPY go.mod ./
RUN go mod download
COPY . .
RUN go build -o server .
RUN printf '#!/bin/sh\nexec ./server\n' > /run.sh && chmod +x /run.sh

FROM debian:bookworm-slim AS runtime
WORKDIR /app
COPY go.mod ./
COPY . .
COPY --from=builder /app/server ./
COPY --from=builder /run.sh /run.sh
EXPOSE 8080
# msb-migrate: start ./server
# msb-migrate: programs none
CMD ["/run.sh"]
