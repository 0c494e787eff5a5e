# TODO make this a proper multi-stage build
FROM golang:1.22-bookworm

WORKDIR /go/src/app
COPY . .

RUN go build -o bot main.go

EXPOSE 8123

CMD ./bot
