FROM golang:1.23 AS builder
WORKDIR /src
COPY go.mod ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -o /usr/local/bin/board ./cmd/board

FROM node:20 AS assets
WORKDIR /src
COPY . .
# The pages, then the server
RUN cd web && npm install && npm run build

FROM gcr.io/distroless/static-debian12:nonroot AS runtime
WORKDIR /src
COPY --from=assets /src/web/dist ./web/dist
COPY --from=builder /usr/local/bin/board /usr/local/bin/board
EXPOSE 8080
CMD ["board"]
