FROM golang:1.22
WORKDIR /srv/relay
COPY . .
RUN go build -o relay .
EXPOSE 8443
CMD ["./relay"]
