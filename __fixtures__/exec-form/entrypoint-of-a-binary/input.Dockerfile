FROM golang:1.22-alpine3.20 AS builder
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /out/api .

FROM alpine:3.20
COPY --from=builder /out/api /usr/local/bin/
USER nobody
EXPOSE 8080
ENTRYPOINT exec api
