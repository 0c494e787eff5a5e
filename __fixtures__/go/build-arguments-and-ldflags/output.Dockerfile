FROM golang:1.22-alpine3.20 AS builder
ARG VERSION=dev
ARG COMMIT
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -ldflags "-s -w -X main.version=${VERSION} -X main.commit=${COMMIT}" -o about .

FROM gcr.io/distroless/static-debian12:nonroot AS runtime
ARG VERSION=dev
LABEL org.opencontainers.image.version=$VERSION
WORKDIR /app
COPY --from=builder /app/about ./
EXPOSE 8080
CMD ["./about"]
