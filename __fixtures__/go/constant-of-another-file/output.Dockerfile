FROM golang:1.24-alpine AS builder
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -o server .
RUN mkdir -p data/notes

FROM gcr.io/distroless/static-debian12:nonroot AS runtime
WORKDIR /app
COPY --from=builder /app/server ./
COPY --from=builder /app/pages ./pages
COPY --from=builder --chown=nonroot:nonroot /app/data/notes ./data/notes
EXPOSE 8080
CMD ["./server"]
