#syntax=docker/dockerfile:1

FROM golang:1.22 AS builder

WORKDIR /app

COPY . .

RUN CGO_ENABLED=0 go build ./cmd/web/

FROM gcr.io/distroless/static-debian12:nonroot AS runtime
WORKDIR /app
COPY --from=builder /app/web ./

EXPOSE 8080

CMD ["./web"]
