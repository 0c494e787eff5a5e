FROM golang:1.22
WORKDIR /srv/rates
COPY . .
RUN go build -o rates-server .
EXPOSE 8080
CMD ["./rates-server"]
