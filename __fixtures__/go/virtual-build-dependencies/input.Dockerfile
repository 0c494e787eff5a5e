FROM golang:1.22-alpine3.20
WORKDIR /app
COPY . .
RUN apk add --no-cache --virtual .build-deps gcc musl-dev && \
    go build -o tally . && \
    apk del .build-deps
EXPOSE 8080
CMD ["./tally"]
