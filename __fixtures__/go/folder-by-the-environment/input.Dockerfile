FROM golang:1.22
WORKDIR /srv
ENV JOURNAL_DIR=/var/lib/journal
COPY . .
RUN CGO_ENABLED=0 go build -o journal .
CMD ["./journal"]
