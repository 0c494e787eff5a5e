FROM golang:1.22-alpine3.20
RUN apk add --no-cache bash curl
WORKDIR /app
COPY . .
RUN go build -o reports .
EXPOSE 8080
ENTRYPOINT ["/app/start.sh"]
