FROM golang:1.22-bookworm AS builder
WORKDIR /src
COPY . .
RUN go build -o /out/api .

FROM debian:bookworm-slim
RUN groupadd --system --gid 10001 app && useradd --system --uid 10001 --gid app app
COPY --from=builder /out/api /usr/local/bin/api
USER 10001
ENTRYPOINT ["api"]
EXPOSE 8080
