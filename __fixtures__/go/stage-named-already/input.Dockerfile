FROM golang:1.22 AS compile
WORKDIR /app
COPY . .
RUN go build -o named .
EXPOSE 8080
CMD ["./named"]
