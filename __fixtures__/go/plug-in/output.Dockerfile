FROM golang:1.22 AS builder
WORKDIR /src
COPY . .
RUN go build -buildmode=plugin -o rates.so ./rates && go build -o orders .

FROM debian:bookworm-slim AS runtime
RUN groupadd --system --gid 10001 app && useradd --system --uid 10001 --gid app app
WORKDIR /src
COPY --from=builder /src/rates.so ./
COPY --from=builder /src/orders ./
USER 10001
CMD ["./orders"]
