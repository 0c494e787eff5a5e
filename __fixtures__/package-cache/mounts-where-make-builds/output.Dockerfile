FROM golang:1.22 AS builder
WORKDIR /src
COPY go.mod go.sum ./
RUN --mount=type=cache,target=/go/pkg/mod go mod download
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod \
    --mount=type=cache,target=/root/.cache/go-build \
    make build

FROM gcr.io/distroless/static-debian12
COPY --from=builder /src/bin/hello /hello
USER nonroot
EXPOSE 8080
CMD ["/hello"]
