FROM golang:1.22
WORKDIR /app
COPY go.mod ./
COPY . .
RUN mkdir -p bin && go build -o bin/ ./...
EXPOSE 8080
CMD ["bin/api"]
