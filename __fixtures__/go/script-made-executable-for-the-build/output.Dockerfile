FROM golang:1.22-bookworm AS builder
WORKDIR /app
COPY . .
RUN chmod +x scripts/stamp.sh && ./scripts/stamp.sh && CGO_ENABLED=0 go build -o tides .
RUN rm scripts/stamp.sh

FROM gcr.io/distroless/static-debian12:nonroot AS runtime
WORKDIR /app
COPY --from=builder /app/tides ./
EXPOSE 8080
CMD ["./tides"]
