FROM golang:1.24-alpine
WORKDIR /app
COPY . .
RUN go build -o server .
RUN addgroup -S web && adduser -S -G web web
RUN chown -R web:web /app
USER web
EXPOSE 8080
CMD ["./server"]
