FROM golang:1.19
WORKDIR /app
COPY . .
RUN go get ./cmd/server
EXPOSE 8080
CMD ["server"]
