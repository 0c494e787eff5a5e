FROM golang:1.22 AS builder
WORKDIR /src
COPY . .
RUN go test -coverprofile=cover.out ./...
RUN CGO_ENABLED=0 go build -o /hello .

FROM gcr.io/distroless/static-debian12:nonroot
COPY --from=builder /hello /hello
COPY --from=builder /src/cover.out /cover.out
EXPOSE 8080
CMD ["/hello"]
