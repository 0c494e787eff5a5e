FROM golang:1.22
WORKDIR /app
COPY . .
RUN go generate ./... && go build -o words .
EXPOSE 8080
CMD ["./words"]
