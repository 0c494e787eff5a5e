FROM golang:1.22-alpine3.20
WORKDIR /src
COPY . .
EXPOSE 9000
CMD ["go", "run", "./cmd/echo", "-addr", ":9000"]
