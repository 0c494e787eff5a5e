FROM golang:1.22-alpine3.20 AS builder
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /out/bell .

FROM alpine:3.20
COPY start.sh /usr/local/bin/
RUN chmod 744 /usr/local/bin/start.sh
COPY --from=builder /out/bell /usr/local/bin/bell
EXPOSE 8080
ENTRYPOINT ["start.sh"]
CMD ["bell"]
