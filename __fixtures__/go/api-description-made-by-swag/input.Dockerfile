FROM golang:1.22-alpine
WORKDIR /app
COPY . .
RUN go install github.com/swaggo/swag/cmd/swag@v1.16.3
RUN go generate ./... && go build -o shop .
EXPOSE 8080
CMD ["./shop"]
