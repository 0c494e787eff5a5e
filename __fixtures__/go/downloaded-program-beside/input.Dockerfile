FROM golang:1.22-alpine
RUN apk add --no-cache curl
RUN curl -sL https://example.com/waits/v1/waits.linux-amd64.tar.gz | tar xz && mv waits /usr/local/bin/waits
WORKDIR /src
COPY . .
RUN go build -o orders .
ENTRYPOINT ["./start.sh"]
