FROM golang:1.22
WORKDIR /srv/shop
COPY go.mod go.sum ./
RUN go mod download
RUN go run github.com/playwright-community/playwright-go/cmd/playwright@v0.4201.1 install --with-deps
COPY . .
RUN go build -o shop .
EXPOSE 3000
CMD ["./shop"]
