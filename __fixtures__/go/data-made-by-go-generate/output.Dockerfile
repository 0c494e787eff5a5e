FROM golang:1.22 AS builder
WORKDIR /app
COPY . .
RUN go generate ./... && CGO_ENABLED=0 go build -o words .

FROM gcr.io/distroless/static-debian12:nonroot AS runtime
WORKDIR /app
COPY --from=builder /app/words ./
COPY --from=builder /app/out/words.json ./out/words.json
EXPOSE 8080
CMD ["./words"]
