# page
FROM node:20-alpine AS node-builder
WORKDIR /web
COPY web .
RUN node build.js

# server
FROM golang:1.22 AS golang-builder
WORKDIR /src
COPY server .
RUN CGO_ENABLED=0 go build -o /out/server .

FROM gcr.io/distroless/static-debian12:nonroot
WORKDIR /app
COPY --from=golang-builder /out/server ./
COPY --chown=nonroot:nonroot --from=node-builder /web/dist ./public
EXPOSE 8080
CMD ["/app/server"]
