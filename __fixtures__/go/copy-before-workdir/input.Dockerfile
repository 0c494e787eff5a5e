FROM golang:1.22
COPY . /app
WORKDIR /app
RUN go mod download
RUN go build -o early .
EXPOSE 8080
CMD ["./early"]
