FROM golang:1.22-bookworm AS builder
WORKDIR /app
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN go build -tags "osusergo netgo sqlite_omit_load_extension" -ldflags '-s -w -linkmode external -extldflags "-static"' -o cards .

FROM gcr.io/distroless/static-debian12:nonroot AS runtime
WORKDIR /app
COPY --from=builder /app/cards ./
EXPOSE 8080
ENTRYPOINT ["./cards"]
