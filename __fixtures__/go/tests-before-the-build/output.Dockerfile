FROM golang:1.22 AS builder
WORKDIR /app
COPY go.mod go.sum ./
RUN go mod download && go mod verify
COPY . .
RUN go vet ./...
RUN go test ./...
RUN CGO_ENABLED=0 go build -v -o ./build/fizzbuzz .

FROM gcr.io/distroless/static-debian12:nonroot AS runtime
WORKDIR /app
COPY --from=builder /app/build/fizzbuzz ./build/fizzbuzz
EXPOSE 8080
ENTRYPOINT [ "./build/fizzbuzz", "serve" ]
