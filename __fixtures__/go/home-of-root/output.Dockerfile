FROM golang:1.22 AS builder
WORKDIR /root/app
COPY . .
RUN CGO_ENABLED=0 go build -o web .

FROM gcr.io/distroless/static-debian12 AS runtime
WORKDIR /root/app
COPY --from=builder /root/app/web ./
EXPOSE 8080
CMD ["./web"]
