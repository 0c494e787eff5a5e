FROM golang:1.24
WORKDIR /src

RUN wget -q https://github.com/golang-migrate/migrate/releases/download/v4.18.1/migrate.linux-amd64.tar.gz \
 && tar xzf migrate.linux-amd64.tar.gz -C /usr/local/bin migrate \
 && rm migrate.linux-amd64.tar.gz

COPY go.mod ./
COPY *.go ./
COPY migrations ./migrations
RUN go build -o /usr/local/bin/orders .

EXPOSE 8080
CMD ["sh", "-c", "migrate -path migrations -database $DATABASE_URL up && exec orders"]
