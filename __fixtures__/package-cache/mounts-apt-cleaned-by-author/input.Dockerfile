FROM golang:1.22-bookworm AS builder
WORKDIR /src
# for the bindings
RUN apt-get update \
    && apt-get install -y --no-install-recommends libsqlite3-dev \
    && rm -rf /var/lib/apt/lists/*
COPY . .
RUN go build -o /hello .

FROM debian:bookworm-slim
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates libsqlite3-0 && apt-get clean && rm -rf /var/lib/apt/lists/* /tmp/*
COPY --from=builder /hello /hello
EXPOSE 8080
CMD ["/hello"]
