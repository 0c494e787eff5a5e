# syntax=docker/dockerfile:1
FROM golang:1.22 AS builder
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /out/api .

FROM alpine:3.20
RUN --mount=type=bind,from=builder,source=/out,target=/out cp /out/api /usr/local/bin/api
USER 10001
ENTRYPOINT ["api"]
