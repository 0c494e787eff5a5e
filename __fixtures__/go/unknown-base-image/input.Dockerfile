FROM registry.example.com/platform/go-base:4
WORKDIR /app
COPY go.mod ./
COPY . .
RUN go build -o main .
EXPOSE 8080
CMD ["./main"]
