# page
FROM node:20-alpine
WORKDIR /web
COPY web .
RUN node build.js

# server
FROM golang:1.22
WORKDIR /src
COPY server .
RUN CGO_ENABLED=0 go build -o /out/server .

FROM gcr.io/distroless/static-debian12:nonroot
WORKDIR /app
COPY --from=1 /out/server ./
COPY --chown=nonroot:nonroot --from=0 /web/dist ./public
EXPOSE 8080
CMD ["/app/server"]
