FROM golang:1.22
WORKDIR /app
COPY . .
RUN go install github.com/githubnemo/CompileDaemon@v1.4.0
ENTRYPOINT CompileDaemon --build="go build -o app ." --command=./app
