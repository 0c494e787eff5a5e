FROM golang:1.22-alpine
RUN adduser -D clerk

COPY . /srv/minutes
# The minutes are written beside the program.
RUN chown -R clerk /srv/minutes
WORKDIR /srv/minutes
RUN go build -o minutes .

USER clerk
EXPOSE 8080
CMD ["./minutes"]
