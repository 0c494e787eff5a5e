FROM golang:1.22-bookworm AS builder
WORKDIR /src
COPY . .
RUN go build -o /out/api .

FROM debian:bookworm-slim
COPY --from=builder /out/api /usr/local/bin/api
ENTRYPOINT ["api"]
EXPOSE 8080
