FROM golang:1.24
WORKDIR /app
COPY . .
RUN go build -o greeter .
EXPOSE 8080
CMD ["./greeter"]
