FROM golang:1.22-alpine3.20 AS builder

RUN apk --update add git wget
COPY . /go/src/app
WORKDIR /go/src/app
RUN CGO_ENABLED=0 go install -v

RUN wget https://github.com/jwilder/dockerize/releases/download/v0.7.0/dockerize-alpine-linux-amd64-v0.7.0.tar.gz
RUN tar -C /usr/local/bin -xzvf dockerize-alpine-linux-amd64-v0.7.0.tar.gz

FROM alpine:3.20 AS runtime
RUN addgroup -S -g 10001 app && adduser -S -D -H -u 10001 -G app app
ENV PATH=/go/bin:$PATH
EXPOSE 8080
WORKDIR /go/src/app
COPY --from=builder /go/bin/worker /go/bin/worker
COPY --from=builder /usr/local/bin/dockerize /usr/local/bin/dockerize
USER 10001

CMD ["dockerize", "-wait", "tcp://queue:5672", "-timeout", "20s", "worker"]
