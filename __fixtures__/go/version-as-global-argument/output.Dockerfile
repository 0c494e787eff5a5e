ARG GO_VERSION=1.22
ARG ALPINE_VERSION=3.20
FROM golang:${GO_VERSION}-alpine${ALPINE_VERSION} AS builder
ARG PORT=8080
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -o global .

FROM alpine:${ALPINE_VERSION} AS runtime
RUN addgroup -S -g 10001 app && adduser -S -D -H -u 10001 -G app app
ARG PORT=8080
WORKDIR /app
COPY --from=builder /app/global ./
ENV PORT=$PORT
USER 10001
EXPOSE $PORT
CMD ./global
