FROM golang:1.22
WORKDIR /app
COPY . .
RUN go build -o ferry .
EXPOSE 8080
CMD ["./ferry"]
