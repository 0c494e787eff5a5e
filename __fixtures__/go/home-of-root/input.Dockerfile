FROM golang:1.22
WORKDIR /root/app
COPY . .
RUN go build -o web .
EXPOSE 8080
CMD ["./web"]
