FROM golang:1.22-alpine3.20 AS builder
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /out/bell .

FROM alpine:3.20
COPY --from=builder /out/bell /usr/local/bin/bell
EXPOSE 8080
CMD ["/usr/local/bin/bell"]
