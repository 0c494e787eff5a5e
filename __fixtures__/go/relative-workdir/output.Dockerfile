FROM golang:1.22 AS builder

COPY . app
WORKDIR app
RUN go build -o grpc-server ./server/*.go

FROM debian:bookworm-slim AS runtime
RUN groupadd --system --gid 10001 app && useradd --system --uid 10001 --gid app app
WORKDIR /go/app
COPY --from=builder /go/app/grpc-server ./
COPY --from=builder /go/app/scripts/start.sh ./scripts/start.sh
USER 10001

EXPOSE 50051
CMD ["/go/app/scripts/start.sh"]
