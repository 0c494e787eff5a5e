FROM golang:1.22-bookworm AS builder
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /out/api .

FROM debian:bookworm-slim
RUN apt-get update && apt-get install -y jq
RUN apt-get install -y zip
COPY --from=builder /out/api /usr/local/bin/api
USER nobody
EXPOSE 8080
CMD ["api"]
