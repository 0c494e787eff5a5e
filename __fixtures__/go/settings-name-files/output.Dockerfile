FROM golang:1.22 AS builder
WORKDIR /srv
COPY . .
RUN CGO_ENABLED=0 go build -o bulletin .

FROM gcr.io/distroless/static-debian12:nonroot AS runtime
WORKDIR /srv
COPY --from=builder /srv/mail/templates ./mail/templates
COPY --from=builder /srv/texts/greeting.txt ./texts/greeting.txt
COPY --from=builder /srv/bulletin ./
COPY --from=builder /srv/settings.json ./
EXPOSE 8080
CMD ["./bulletin", "-settings", "settings.json"]
