FROM golang:1.15-alpine3.14

COPY . /go/src/example.com/unsee

ARG VERSION

RUN go install \
    -ldflags "-X main.version=${VERSION:-dev}" \
    example.com/unsee && \
    rm -fr /go/src

EXPOSE 8080

CMD ["unsee"]
