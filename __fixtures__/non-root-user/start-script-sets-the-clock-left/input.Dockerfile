FROM golang:1.22-alpine3.20 AS builder
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /out/bell .

FROM alpine:3.20
RUN apk add --no-cache tzdata
COPY start.sh /usr/local/bin/
COPY --from=builder /out/bell /usr/local/bin/bell
EXPOSE 8080
ENTRYPOINT ["start.sh"]
CMD ["bell"]
