FROM golang:1.22-bookworm AS builder
WORKDIR /src
COPY . .
RUN go build -o /out/api .

FROM debian:bookworm-slim
RUN apt-get update
RUN apt-get install -y jq
COPY --from=builder /out/api /usr/local/bin/api
USER nobody
CMD ["api"]
