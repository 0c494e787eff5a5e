FROM golang:1.22 AS builder
WORKDIR /srv
ENV JOURNAL_DIR=/var/lib/journal
COPY . .
RUN CGO_ENABLED=0 go build -o journal .
RUN mkdir -p /var/lib/journal/entries

FROM gcr.io/distroless/static-debian12:nonroot AS runtime
WORKDIR /srv
ENV JOURNAL_DIR=/var/lib/journal
COPY --from=builder /srv/journal ./
COPY --from=builder --chown=nonroot:nonroot /var/lib/journal/entries /var/lib/journal/entries
CMD ["./journal"]
