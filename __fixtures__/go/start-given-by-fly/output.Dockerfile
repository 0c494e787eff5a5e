FROM golang:1.22 AS builder
WORKDIR /srv
COPY go.mod ./
COPY . .
RUN CGO_ENABLED=0 go build -o shelf .

FROM gcr.io/distroless/static-debian12:nonroot AS runtime
WORKDIR /srv
COPY --from=builder /srv/shelf ./
EXPOSE 8080
