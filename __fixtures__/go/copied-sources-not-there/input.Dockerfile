FROM golang:1.22
WORKDIR /app
COPY backend/ .
RUN go build -o app .
CMD ["./app"]
