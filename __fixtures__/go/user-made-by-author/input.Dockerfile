FROM golang:1.22-alpine3.20
RUN adduser -D -u 1001 web
WORKDIR /app
COPY . .
RUN go build -o portal .
USER web
EXPOSE 8080
CMD ["./portal"]
