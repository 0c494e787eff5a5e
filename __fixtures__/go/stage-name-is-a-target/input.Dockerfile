FROM golang:1.22 AS app
WORKDIR /app
COPY . .
RUN go build -o named .
EXPOSE 8080
CMD ["./named"]
