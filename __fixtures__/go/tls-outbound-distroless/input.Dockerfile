FROM golang:1.22
WORKDIR /app
COPY . .
RUN go build -o rates .
EXPOSE 8080
CMD ["./rates"]
