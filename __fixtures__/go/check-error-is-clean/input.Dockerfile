# check=error=true
FROM golang:1.22
WORKDIR /src
COPY go.mod ./
RUN go mod download
COPY . .
RUN go build -o /usr/local/bin/shelf .
EXPOSE 8080
CMD ["shelf"]
