FROM golang:1.22-alpine3.20 AS builder
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -o /out/api .

FROM alpine:3.20
RUN apk add --no-cache ca-certificates
RUN adduser -D -u 1000 api
COPY --from=builder /out/api /usr/local/bin/api
USER api
EXPOSE 8080
ENTRYPOINT ["api"]
