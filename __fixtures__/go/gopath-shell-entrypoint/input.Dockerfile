FROM golang:1.15-buster
ADD . /go/src/example.com/greeter
RUN go install example.com/greeter
ENTRYPOINT /go/bin/greeter
EXPOSE 8080
