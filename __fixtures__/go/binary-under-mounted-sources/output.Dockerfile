FROM golang:1.22 AS builder
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -o /usr/local/bin/mounted .

FROM gcr.io/distroless/static-debian12:nonroot AS runtime
WORKDIR /app
COPY --from=builder /usr/local/bin/mounted /usr/local/bin/mounted
EXPOSE 8080
CMD ["mounted"]
