FROM golang:1.22
WORKDIR /app
COPY . .
RUN go build -o users .
EXPOSE 8080
CMD ["./users"]
