FROM golang:1.22
WORKDIR /app
COPY . .
RUN go build -o playground .
EXPOSE 8080
CMD ["./playground"]
