FROM golang:1.22 AS builder
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o server .

FROM gcr.io/distroless/static-debian12:nonroot AS runtime
WORKDIR /src
COPY --from=builder /src/server ./
CMD ["./server"]
