FROM golang:1.22
WORKDIR /srv/turnstile
COPY go.mod ./
RUN go mod download
COPY . .
RUN go build -o turnstile .
EXPOSE 8080
CMD ["./turnstile"]
