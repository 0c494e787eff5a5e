#syntax=docker/dockerfile:1

FROM golang:1.22

WORKDIR /app

COPY . .

RUN go build ./cmd/web/

EXPOSE 8080

CMD ["./web"]
