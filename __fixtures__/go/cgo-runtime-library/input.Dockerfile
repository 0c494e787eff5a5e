FROM golang:1.22-bookworm
RUN apt-get update && apt-get install -y libsqlite3-dev
WORKDIR /app
COPY . .
RUN go build -o library .
EXPOSE 8080
CMD ["./library"]
