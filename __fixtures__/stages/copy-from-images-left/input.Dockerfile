FROM golang:1.22 AS builder
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /out/api .

FROM gcr.io/distroless/static-debian12:nonroot
COPY --from=busybox:1.36 /bin/busybox /bin/busybox
COPY --from=builder /out/api /api
ENTRYPOINT ["/api"]
