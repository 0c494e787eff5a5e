FROM golang:1.22
WORKDIR /app
COPY . .
RUN go build -o status .
EXPOSE 8080
HEALTHCHECK CMD ["/app/status", "-check"]
CMD ["/app/status"]
