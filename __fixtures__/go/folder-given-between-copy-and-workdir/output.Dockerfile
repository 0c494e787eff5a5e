FROM golang:1.22-alpine AS builder
RUN adduser -D clerk

COPY . /srv/minutes
WORKDIR /srv/minutes
RUN CGO_ENABLED=0 go build -o minutes .

FROM alpine:3.21 AS runtime
RUN adduser -D clerk
# The minutes are written beside the program.
RUN mkdir -p /srv/minutes && chown clerk /srv/minutes
WORKDIR /srv/minutes
COPY --from=builder /srv/minutes/minutes ./

USER clerk
EXPOSE 8080
CMD ["./minutes"]
