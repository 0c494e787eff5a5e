FROM golang:1.22 AS builder
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -o mailer .

FROM gcr.io/distroless/static-debian12:nonroot AS runtime
WORKDIR /app
COPY --from=builder /app/pages ./pages
COPY --from=builder /app/mail/welcome ./mail/welcome
COPY --from=builder /app/mailer ./
COPY --from=builder /app/config/mailer.json ./config/mailer.json
COPY --from=builder /app/sql/steps ./sql/steps
EXPOSE 8080
CMD ["./mailer"]
