FROM golang:1.22-bookworm
WORKDIR /app
COPY . .
RUN go build -o migrate ./cmd/migrate
RUN go build -o api ./cmd/api
EXPOSE 8080
CMD ["sh", "-c", "./migrate up && exec ./api"]
