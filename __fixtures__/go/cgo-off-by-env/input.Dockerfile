FROM golang:1.22-alpine3.20
ENV CGO_ENABLED=0 GOOS=linux
WORKDIR /app
COPY . .
RUN go build -o app .
ENV APP_NAME=quotes
EXPOSE 8080
CMD ["./app"]
