FROM golang:1.22-bookworm
WORKDIR /app
COPY . .
RUN go build -o status .
EXPOSE 8080
HEALTHCHECK --interval=5s CMD curl -fs http://localhost:8080/ || exit 1
CMD ["./status"]
