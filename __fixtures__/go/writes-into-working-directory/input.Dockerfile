FROM golang:1.22
WORKDIR /app
COPY . .
RUN go build -o counter .
EXPOSE 8080
CMD ["./counter"]
