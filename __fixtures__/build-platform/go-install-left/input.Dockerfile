FROM golang:1.22-alpine AS builder
WORKDIR /src
COPY go.mod ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go install .

FROM alpine:3.20
RUN adduser -D -u 10001 app
COPY --from=builder /go/bin/stock /usr/local/bin/stock
USER app
EXPOSE 8080
CMD ["stock"]
