FROM golang:1.22-bookworm
ENV CGO_ENABLED=1
WORKDIR /app
COPY . .
RUN go build -race -o detector .
EXPOSE 8080
CMD ["./detector"]
