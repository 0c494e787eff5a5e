FROM golang:1.22
RUN curl -fsSL https://tools.example.com/setup.sh | bash
WORKDIR /app
COPY . .
RUN go build -o main .
CMD ["./main"]
