FROM golang:1.10 AS builder
WORKDIR /go/src/github.com/acme/pinger
COPY . .
RUN go get -d -v ./...
RUN CGO_ENABLED=0 go install -v ./...

FROM gcr.io/distroless/static-debian12:nonroot AS runtime
ENV PATH=/go/bin:$PATH
WORKDIR /go/src/github.com/acme/pinger
COPY --from=builder /go/bin/pinger /go/bin/pinger
EXPOSE 8080
CMD ["pinger"]
