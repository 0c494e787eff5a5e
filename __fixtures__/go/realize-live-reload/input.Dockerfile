FROM golang:1.12
WORKDIR /go/src/app
COPY . .
RUN go get github.com/oxequa/realize
CMD [ "realize", "start", "--run" ]
