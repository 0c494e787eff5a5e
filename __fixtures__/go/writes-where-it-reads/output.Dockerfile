FROM golang:1.22-alpine AS builder
WORKDIR /srv/tally
COPY . .
RUN CGO_ENABLED=0 go build -o tally .

FROM gcr.io/distroless/static-debian12:nonroot AS runtime
WORKDIR /srv/tally
COPY --from=builder /srv/tally/tally ./
COPY --from=builder --chown=nonroot:nonroot /srv/tally/state ./state
CMD ["./tally"]
