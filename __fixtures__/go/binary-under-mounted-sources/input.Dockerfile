FROM golang:1.22
WORKDIR /app
COPY . .
RUN go build -o /usr/local/bin/mounted .
EXPOSE 8080
CMD ["mounted"]
