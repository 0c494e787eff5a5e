FROM golang:1.22-bookworm
WORKDIR /app
COPY . .
ENV PORT=8080
CMD go run . -port $PORT
