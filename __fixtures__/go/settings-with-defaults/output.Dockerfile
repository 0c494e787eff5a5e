FROM golang:1.22 AS builder
WORKDIR /srv
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -o notes .
RUN mkdir -p notes.d /var/lib/notes

FROM gcr.io/distroless/static-debian12:nonroot AS runtime
WORKDIR /srv
COPY --from=builder /srv/notes ./
COPY --from=builder /srv/notes.yaml ./
COPY --from=builder --chown=nonroot:nonroot /srv/notes.d ./notes.d
COPY --from=builder --chown=nonroot:nonroot /var/lib/notes /var/lib/notes
EXPOSE 8080
CMD ["./notes"]
