FROM golang:1.22 AS golang-builder
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /out/api .

FROM alpine:3.20 AS builder
RUN mkdir -p /rootfs/etc && echo built > /rootfs/etc/note

FROM gcr.io/distroless/static-debian12:nonroot
COPY --from=builder /rootfs/ /
COPY --from=golang-builder /out/api /api
ENTRYPOINT ["/api"]
