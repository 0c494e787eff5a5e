FROM golang:1.22 AS builder
WORKDIR /app
COPY go.mod ./
COPY . .
RUN mkdir -p bin && CGO_ENABLED=0 go build -o bin/ ./...

FROM gcr.io/distroless/static-debian12:nonroot AS runtime
WORKDIR /app
COPY --from=builder /app/bin ./bin
EXPOSE 8080
CMD ["bin/api"]
