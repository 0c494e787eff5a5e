FROM golang:1.22-alpine3.20 AS builder
ENV CGO_ENABLED=0 GOOS=linux
WORKDIR /app
COPY . .
RUN go build -o app .

FROM gcr.io/distroless/static-debian12:nonroot AS runtime
WORKDIR /app
COPY --from=builder /app/app ./
ENV APP_NAME=quotes
EXPOSE 8080
CMD ["./app"]
