FROM golang:1.22-bookworm
RUN apt-get update && apt-get install -y libacme-sdk-dev
WORKDIR /app
COPY . .
RUN go build -o scanner .
CMD ["./scanner"]
