FROM golang:1.22-alpine3.20 AS builder
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -o wiki .

FROM gcr.io/distroless/static-debian12:nonroot AS runtime
WORKDIR /app
COPY --from=builder /app/wiki ./
COPY --from=builder /app/pages ./pages
COPY /pages/welcome.md /app/pages/home.md
EXPOSE 8080
CMD ["./wiki"]
