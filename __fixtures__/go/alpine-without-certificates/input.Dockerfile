FROM golang:1.7-alpine
RUN apk add --update git
COPY . /go/src/example.com/feed
WORKDIR /go/src/example.com/feed
RUN go get -d
RUN go build -o feed
CMD ./feed
