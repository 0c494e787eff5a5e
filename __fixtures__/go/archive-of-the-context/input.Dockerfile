FROM golang:1.22-bookworm
COPY check-1.2.tar.gz /tmp/
RUN tar -xzf /tmp/check-1.2.tar.gz -C /usr/local/bin check
WORKDIR /src
COPY go.mod main.go ./
RUN go build -o /usr/local/bin/ledger .
EXPOSE 8080
CMD ["sh", "-c", "check && exec ledger"]
