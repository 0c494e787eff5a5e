FROM golang:1.22 AS builder
WORKDIR /src
COPY go.mod ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -o /out/web .

FROM alpine:3.20
COPY --from=builder /out/web /web
ENTRYPOINT ["/web"]
