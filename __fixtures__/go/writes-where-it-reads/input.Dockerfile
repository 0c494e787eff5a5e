FROM golang:1.22-alpine
WORKDIR /srv/tally
COPY . .
RUN CGO_ENABLED=0 go build -o tally .
CMD ["./tally"]
