FROM --platform=$BUILDPLATFORM golang:1.22-alpine AS builder
WORKDIR /src
COPY go.mod ./
RUN go mod download
COPY . .
RUN go vet ./... && go test ./...
ARG TARGETOS
ARG TARGETARCH
RUN mkdir -p /out/data && CGO_ENABLED=0 GOOS=$TARGETOS GOARCH=$TARGETARCH go build -o /out/stock . && chmod 755 /out/stock

FROM scratch
COPY --from=builder /usr/share/zoneinfo /usr/share/zoneinfo
COPY --from=builder /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
COPY --from=builder /src/pages /pages
COPY --from=builder --chown=10001 /out/data /data
COPY --from=builder /out/stock /stock
USER 10001
EXPOSE 8080
CMD ["/stock"]
