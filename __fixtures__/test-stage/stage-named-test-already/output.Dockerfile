FROM golang:1.22 AS base
WORKDIR /src
COPY . .

FROM base AS tests
RUN go test ./...

FROM base AS builder
RUN CGO_ENABLED=0 go build -o /hello .

FROM builder AS test
RUN go vet ./...

FROM gcr.io/distroless/static-debian12:nonroot
COPY --from=builder /hello /hello
EXPOSE 8080
CMD ["/hello"]
