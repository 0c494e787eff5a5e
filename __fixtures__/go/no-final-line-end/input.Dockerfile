FROM golang:1.22
WORKDIR /app
COPY . .
EXPOSE 8080
CMD ["./stub"]
RUN go build -o stub .