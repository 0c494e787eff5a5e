FROM golang:1.22 AS builder
WORKDIR /src
COPY . .
RUN go test ./...
RUN CGO_ENABLED=0 go build -o /hello .

FROM builder AS test
RUN go vet ./...

FROM gcr.io/distroless/static-debian12:nonroot
COPY --from=builder /hello /hello
EXPOSE 8080
CMD ["/hello"]
