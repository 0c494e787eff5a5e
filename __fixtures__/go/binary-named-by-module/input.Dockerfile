FROM golang:1.22
WORKDIR /usr/src/app
COPY . .
RUN go build .
EXPOSE 8080
CMD ["./weather"]
