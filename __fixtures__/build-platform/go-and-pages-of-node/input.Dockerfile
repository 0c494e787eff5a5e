FROM node:20-alpine AS pages
WORKDIR /web
COPY web/package.json web/package-lock.json ./
RUN npm ci
COPY web .
RUN npm run build

FROM golang:1.22-alpine AS builder
WORKDIR /src
COPY go.mod ./
RUN go mod download
COPY . .
COPY --from=pages /web/dist ./web/dist
RUN CGO_ENABLED=0 go build -o /out/stock .

FROM alpine:3.20
RUN adduser -D -u 10001 app
COPY --from=builder /out/stock /usr/local/bin/stock
USER app
EXPOSE 8080
CMD ["stock"]
