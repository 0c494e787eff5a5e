FROM golang:1.22 AS builder
WORKDIR /app
COPY . .
# one file is all there is
RUN CGO_ENABLED=0 go build \
    -o carriage .

FROM gcr.io/distroless/static-debian12:nonroot AS runtime
WORKDIR /app
COPY --from=builder /app/carriage ./
EXPOSE 8080
CMD ["./carriage"]
