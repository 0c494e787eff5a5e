FROM golang:1.22-alpine3.20 AS builder
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /out/api .

FROM alpine:3.20
RUN apk add --no-cache nodejs npm && npm install -g slugify@1.6.6 && npm cache clean --force && apk del npm
COPY --from=builder /out/api /usr/local/bin/api
USER nobody
EXPOSE 8080
CMD ["api"]
