FROM golang:1.22-bookworm
WORKDIR /app
COPY . .
RUN curl -fsSL https://get.example.com/agent.sh | bash
RUN go build -o app .
CMD ["./app"]
