FROM golang:1.22
WORKDIR /srv/shop
COPY . .
RUN go build -o /usr/local/bin/shop .
WORKDIR /
EXPOSE 3000
CMD ["shop"]
