FROM golang:1.22 AS builder
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /hello .

FROM builder AS test
RUN go test ./...

FROM gcr.io/distroless/static-debian12:nonroot
COPY --from=builder /hello /hello
EXPOSE 8080
CMD ["/hello"]
