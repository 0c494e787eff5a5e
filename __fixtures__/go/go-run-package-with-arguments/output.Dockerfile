FROM golang:1.22-alpine3.20 AS builder
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o echo ./cmd/echo

FROM gcr.io/distroless/static-debian12:nonroot AS runtime
WORKDIR /src
COPY --from=builder /src/echo ./
EXPOSE 9000
CMD ["./echo", "-addr", ":9000"]
