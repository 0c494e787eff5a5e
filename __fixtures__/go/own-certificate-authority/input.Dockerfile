FROM golang:1.22
WORKDIR /src
# Our proxy signs with this.
COPY certs/*.crt /usr/local/share/ca-certificates/
RUN update-ca-certificates
COPY . .
RUN CGO_ENABLED=0 go build -o /bin/orders .
CMD ["/bin/orders"]
