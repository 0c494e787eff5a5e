FROM golang:1.22 AS builder
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -o /usr/local/bin/docs .

FROM gcr.io/distroless/static-debian12:nonroot AS runtime
WORKDIR /app
COPY . .
COPY --from=builder /usr/local/bin/docs /usr/local/bin/docs
EXPOSE 8080
CMD ["docs"]
