FROM golang:1.22
WORKDIR /srv
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -o notes .
EXPOSE 8080
CMD ["./notes"]
