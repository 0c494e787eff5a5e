FROM golang:1.22
WORKDIR /srv
COPY . .
RUN CGO_ENABLED=0 go build -o bulletin .
EXPOSE 8080
CMD ["./bulletin", "-settings", "settings.json"]
