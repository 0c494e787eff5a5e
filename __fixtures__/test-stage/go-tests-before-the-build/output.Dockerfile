FROM golang:1.22 AS base
WORKDIR /src
COPY . .
RUN go vet ./...

FROM base AS test
# the whole suite
RUN go test ./...

FROM base AS builder
RUN CGO_ENABLED=0 go build -o /hello .

FROM gcr.io/distroless/static-debian12:nonroot AS runtime
WORKDIR /src
COPY --from=builder /hello /hello
EXPOSE 8080
CMD ["/hello"]
