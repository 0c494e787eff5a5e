FROM golang:1.22 AS builder
WORKDIR /app
COPY go.mod .
COPY *.go ./
RUN CGO_ENABLED=0 go build -o main .

FROM gcr.io/distroless/static-debian12:nonroot AS runtime
WORKDIR /app
# fonts for the banner
COPY standard.txt shadow.txt ./
COPY templates ./templates
COPY --from=builder /app/main ./
EXPOSE 8080
ENTRYPOINT ["/app/main"]
