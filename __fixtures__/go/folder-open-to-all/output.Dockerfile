FROM golang:1.22-bookworm AS builder
WORKDIR /opt/guests
COPY . .
RUN go build -o guests . && chmod -R 777 .

FROM debian:bookworm-slim AS runtime
WORKDIR /opt/guests
COPY --from=builder /opt/guests/guests ./
RUN chmod 777 .
USER nobody
EXPOSE 8080
CMD ["./guests"]
