FROM golang:1.24 AS builder
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -o greeter .

FROM gcr.io/distroless/static-debian12:nonroot AS runtime
WORKDIR /app
COPY --from=builder /app/greeting.de.txt ./
COPY --from=builder /app/greeting.en.txt ./
COPY --from=builder /app/greeter ./
COPY --from=builder /app/address-production.conf ./
EXPOSE 8080
CMD ["./greeter"]
