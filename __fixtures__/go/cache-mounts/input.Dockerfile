# syntax=docker/dockerfile:1
FROM golang:1.22
WORKDIR /app
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod \
    --mount=type=cache,target=/root/.cache/go-build \
    go build -o mounts .
EXPOSE 8080
CMD ["./mounts"]
