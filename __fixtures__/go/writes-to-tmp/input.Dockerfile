FROM golang:1.22
WORKDIR /app
COPY . .
RUN go build -o resize .
EXPOSE 8080
CMD ["./resize"]
