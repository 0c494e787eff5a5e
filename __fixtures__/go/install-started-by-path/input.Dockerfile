FROM golang:1.22-alpine3.20
WORKDIR /go/src/example.com/mailer
COPY . .
RUN go install .
ENTRYPOINT ["/go/bin/mailer"]
