FROM golang:1.22-bookworm
ADD https://data.example.com/rates.tgz /tmp/rates.tgz
RUN mkdir -p /opt/rates && tar -xzf /tmp/rates.tgz -C /opt/rates && rm /tmp/rates.tgz
WORKDIR /src
COPY . .
RUN go build -o /usr/local/bin/ledger .
EXPOSE 8080
CMD ["ledger"]
