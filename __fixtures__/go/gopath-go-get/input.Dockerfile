FROM golang:1.10
WORKDIR /go/src/github.com/acme/pinger
COPY . .
RUN go get -d -v ./...
RUN go install -v ./...
EXPOSE 8080
CMD ["pinger"]
