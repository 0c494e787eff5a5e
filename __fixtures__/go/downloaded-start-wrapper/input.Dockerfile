FROM golang:1.22-alpine3.20
EXPOSE 8080

RUN apk --update add git wget
COPY . /go/src/app
WORKDIR /go/src/app
RUN go install -v

RUN wget https://github.com/jwilder/dockerize/releases/download/v0.7.0/dockerize-alpine-linux-amd64-v0.7.0.tar.gz
RUN tar -C /usr/local/bin -xzvf dockerize-alpine-linux-amd64-v0.7.0.tar.gz

CMD ["dockerize", "-wait", "tcp://queue:5672", "-timeout", "20s", "worker"]
