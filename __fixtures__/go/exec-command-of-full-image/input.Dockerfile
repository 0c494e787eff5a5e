FROM golang:1.22-bookworm
WORKDIR /app
COPY . .
RUN go build -o versions .
EXPOSE 8080
CMD ["./versions"]
