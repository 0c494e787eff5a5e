FROM golang:1.22-alpine AS builder
WORKDIR /src
RUN --mount=type=cache,target=/etc/apk/cache,sharing=locked apk add --update-cache git make
COPY go.mod go.sum ./
RUN --mount=type=cache,target=/go/pkg/mod go mod download
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod \
    --mount=type=cache,target=/root/.cache/go-build \
    go build -o /hello .

FROM alpine:3.20
RUN --mount=type=cache,target=/etc/apk/cache,sharing=locked apk update && apk add tzdata
RUN addgroup -S -g 10001 app && adduser -S -D -H -u 10001 -G app app
COPY --from=builder /hello /hello
USER 10001
EXPOSE 8080
CMD ["/hello"]
