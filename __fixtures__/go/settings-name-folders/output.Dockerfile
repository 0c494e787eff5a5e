FROM golang:1.22 AS builder
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -o notes .

FROM gcr.io/distroless/static-debian12:nonroot AS runtime
WORKDIR /app
COPY --from=builder /app/lists/words.txt ./lists/words.txt
COPY --from=builder /app/web ./web
COPY --from=builder /app/notes ./
COPY --from=builder /app/cfg.json ./
EXPOSE 8080
CMD ["./notes"]
