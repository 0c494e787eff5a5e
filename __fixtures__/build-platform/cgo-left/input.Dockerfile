FROM golang:1.22-alpine AS builder
RUN apk add --no-cache gcc musl-dev
WORKDIR /src
COPY go.mod ./
RUN go mod download
COPY . .
RUN go build -o /out/stock .

FROM alpine:3.20
RUN adduser -D -u 10001 app
COPY --from=builder /out/stock /usr/local/bin/stock
USER app
EXPOSE 8080
CMD ["stock"]
