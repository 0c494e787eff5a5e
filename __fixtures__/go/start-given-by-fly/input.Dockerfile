FROM golang:1.22
WORKDIR /srv
COPY go.mod ./
COPY . .
RUN go build -o shelf .
EXPOSE 8080
