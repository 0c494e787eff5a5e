FROM golang:1.22-alpine3.20
WORKDIR /app
ADD . /app
RUN go build -o main .
# handy inside the container
RUN apk update && apk add bash && apk add tree
EXPOSE 8080
CMD ["/app/main"]
