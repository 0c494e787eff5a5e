FROM alpine:3.20
RUN apk add --no-cache ca-certificates
COPY bin/app /app
USER 1000
EXPOSE 8080
ENTRYPOINT ["/app"]
