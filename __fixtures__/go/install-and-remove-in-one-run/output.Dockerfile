FROM golang:1.15-alpine3.14 AS builder

COPY . /go/src/example.com/unsee

ARG VERSION

RUN CGO_ENABLED=0 go install \
    -ldflags "-X main.version=${VERSION:-dev}" \
    example.com/unsee && \
    rm -fr /go/src

FROM gcr.io/distroless/static-debian12:nonroot AS runtime
ENV PATH=/go/bin:$PATH
WORKDIR /go
COPY --from=builder /go/bin/unsee /go/bin/unsee

EXPOSE 8080

CMD ["unsee"]
