FROM golang:1.22
WORKDIR /app
COPY go.mod ./
RUN go mod download
COPY . .
# the service
RUN go build -o stock .
EXPOSE 8080
CMD ["./stock"]
