FROM golang:1.22 AS builder
WORKDIR /go/src/shop
COPY . .
RUN CGO_ENABLED=0 go install .

FROM gcr.io/distroless/static-debian12:nonroot AS runtime
ENV GOPATH=/go
ENV PATH=/go/bin:$PATH
WORKDIR /go/src/shop
COPY --from=builder /go/bin/shop /go/bin/shop
COPY --from=builder /go/src/shop/pages/index.html ./pages/index.html
EXPOSE 3000
CMD ["shop"]
