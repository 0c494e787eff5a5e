FROM golang:1.22 AS builder
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -o stub .

FROM gcr.io/distroless/static-debian12:nonroot AS runtime
WORKDIR /app
EXPOSE 8080
CMD ["./stub"]
COPY --from=builder /app/stub ./