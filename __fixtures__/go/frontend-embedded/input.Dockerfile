FROM golang:1.23
RUN apt-get update && apt-get install -y nodejs npm
WORKDIR /src
COPY . .
RUN cd web && npm install && npm run build
RUN go build -o /usr/local/bin/board ./cmd/board
EXPOSE 8080
CMD ["board"]
