FROM golang:1.24
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /usr/local/bin/shop ./shop
WORKDIR /srv
COPY words ./words
CMD ["shop"]
