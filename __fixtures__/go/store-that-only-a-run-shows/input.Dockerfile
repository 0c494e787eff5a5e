FROM golang:1.22
WORKDIR /srv/shop
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN go build -o shop .
EXPOSE 3000
CMD ["./shop"]
