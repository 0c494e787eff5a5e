FROM golang:1.22
WORKDIR /app
COPY . .
RUN go mod download && go build -o greeter .
EXPOSE 8080
CMD ["./greeter"]
