FROM golang:1.22-alpine3.20 AS builder
WORKDIR /go/src/example.com/mailer
COPY . .
RUN CGO_ENABLED=0 go install .

FROM gcr.io/distroless/static-debian12:nonroot AS runtime
WORKDIR /go/src/example.com/mailer
COPY --from=builder /go/bin/mailer /go/bin/mailer
ENTRYPOINT ["/go/bin/mailer"]
