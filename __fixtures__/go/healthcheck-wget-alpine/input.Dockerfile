FROM golang:1.22-alpine3.20
WORKDIR /app
COPY . .
RUN go build -o status .
EXPOSE 8080
HEALTHCHECK CMD wget -q -O /dev/null http://localhost:8080/
CMD ["./status"]
