FROM golang:1.22
RUN go install github.com/pressly/goose/v3/cmd/goose@v3.20.0
WORKDIR /src
COPY . .
RUN go build -o orders .
COPY start.sh /start.sh
RUN chmod +x /start.sh
ENTRYPOINT ["/start.sh"]
