FROM golang:1.22
WORKDIR /app
COPY . .
RUN go build -o gallery .
EXPOSE 8080
CMD ["./gallery"]
