# check=error=true
FROM golang:1.22 AS builder
WORKDIR /src
COPY go.mod ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -o /usr/local/bin/shelf .

FROM gcr.io/distroless/static-debian12:nonroot AS runtime
WORKDIR /src
COPY --from=builder /usr/local/bin/shelf /usr/local/bin/shelf
EXPOSE 8080
CMD ["shelf"]
