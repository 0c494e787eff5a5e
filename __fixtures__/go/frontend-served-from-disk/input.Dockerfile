FROM golang:1.23
RUN curl -fsSL https://deb.nodesource.com/setup_20.x | bash - \
    && apt-get install -y nodejs
WORKDIR /src
COPY go.mod ./
RUN go mod download
COPY . .
# The pages, then the server
RUN cd web && npm install && npm run build
RUN go build -o /usr/local/bin/board ./cmd/board
EXPOSE 8080
CMD ["board"]
