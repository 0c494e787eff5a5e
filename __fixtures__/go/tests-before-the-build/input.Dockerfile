FROM golang:1.22
WORKDIR /app
COPY go.mod go.sum ./
RUN go mod download && go mod verify
COPY . .
RUN go vet ./...
RUN go test ./...
RUN go build -v -o ./build/fizzbuzz .
EXPOSE 8080
ENTRYPOINT [ "./build/fizzbuzz", "serve" ]
