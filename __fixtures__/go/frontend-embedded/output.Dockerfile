FROM golang:1.23 AS builder
RUN apt-get update && apt-get install -y nodejs npm
WORKDIR /src
COPY . .
RUN cd web && npm install && npm run build
RUN CGO_ENABLED=0 go build -o /usr/local/bin/board ./cmd/board

FROM gcr.io/distroless/static-debian12:nonroot AS runtime
WORKDIR /src
COPY --from=builder /usr/local/bin/board /usr/local/bin/board
EXPOSE 8080
CMD ["board"]
