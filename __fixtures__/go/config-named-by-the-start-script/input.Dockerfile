FROM golang:1.22-alpine3.20
WORKDIR /app
COPY . .
RUN go build -o proxy .
EXPOSE 8080
CMD ["sh", "start.sh"]
