FROM golang:1.22-bookworm AS builder
WORKDIR /src
RUN git clone --depth 1 https://github.com/acme/archive.git .
RUN CGO_ENABLED=0 go build -o /out/archive .

FROM debian:bookworm-slim
COPY --from=builder /out/archive /usr/local/bin/archive
EXPOSE 8080
CMD ["archive"]
