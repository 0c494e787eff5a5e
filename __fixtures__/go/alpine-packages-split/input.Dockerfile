FROM golang:1.22-alpine3.20

# git for go mod download, the rest for requests
RUN apk update && apk add git ca-certificates tzdata

WORKDIR /app
COPY . .
RUN go build -o crawler .
EXPOSE 8080
CMD ["./crawler"]
