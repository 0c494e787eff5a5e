FROM --platform=linux/amd64 golang:1.22 AS builder
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 GOOS=linux GOARCH=amd64 go build -o wide .

FROM --platform=linux/amd64 gcr.io/distroless/static-debian12:nonroot AS runtime
WORKDIR /app
COPY --from=builder /app/wide ./
EXPOSE 8080
CMD ["./wide"]
