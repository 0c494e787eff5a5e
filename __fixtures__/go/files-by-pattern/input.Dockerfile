FROM golang:1.22
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -o board cmd/web/*
EXPOSE 4000
ENTRYPOINT /app/board
