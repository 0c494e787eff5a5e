FROM golang:1.22-alpine3.20 AS builder

# git for go mod download, the rest for requests
RUN apk update && apk add git ca-certificates tzdata

WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -o crawler .

FROM gcr.io/distroless/static-debian12:nonroot AS runtime
WORKDIR /app
COPY --from=builder /app/crawler ./
EXPOSE 8080
CMD ["./crawler"]
