FROM golang:1.22
WORKDIR /app
COPY go.mod ./
RUN go mod download
COPY . .
RUN go build -o shop .
EXPOSE 3000
CMD ["./shop"]
