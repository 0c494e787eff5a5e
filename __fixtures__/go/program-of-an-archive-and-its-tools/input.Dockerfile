FROM golang:1.22-bookworm
RUN apt-get update && apt-get install -y unzip && curl -sSLo /tmp/migrate.zip https://tools.example.com/migrate.zip && unzip /tmp/migrate.zip -d /usr/local/bin
WORKDIR /src
COPY . .
RUN go build -o /usr/local/bin/ledger .
EXPOSE 8080
CMD ["sh", "-c", "migrate up && exec ledger"]
