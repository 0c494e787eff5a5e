FROM golang:1.22
WORKDIR /app
COPY . .
RUN go build -o web .
EXPOSE 80
CMD ["./web"]
