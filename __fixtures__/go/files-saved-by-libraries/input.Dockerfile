FROM golang:1.22
WORKDIR /srv/ledger
COPY go.mod ./
RUN go mod download
COPY . .
RUN go build -o ledger .
EXPOSE 8080
CMD ["./ledger"]
