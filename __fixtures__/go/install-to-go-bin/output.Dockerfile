FROM golang:1.22 AS builder
WORKDIR /app
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go install ./cmd/inventory

FROM gcr.io/distroless/static-debian12:nonroot AS runtime
ENV PATH=/go/bin:$PATH
WORKDIR /app
COPY --from=builder /go/bin/inventory /go/bin/inventory
EXPOSE 8080
CMD ["inventory"]
