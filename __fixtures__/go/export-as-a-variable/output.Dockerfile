FROM golang:1.22 AS builder
ENV export GO111MODULE=on
ENV export PATH="$PATH:/opt/tools/bin"
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -o ferry .

FROM gcr.io/distroless/static-debian12:nonroot AS runtime
WORKDIR /app
COPY --from=builder /app/ferry ./
EXPOSE 8080
CMD ["./ferry"]
