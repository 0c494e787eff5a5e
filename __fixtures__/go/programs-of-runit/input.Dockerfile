FROM golang:1.22-bookworm
RUN apt-get update && apt-get install -y runit
WORKDIR /srv
COPY go.mod ./
COPY . .
RUN go build -o bin/web ./cmd/web && go build -o bin/sweep ./cmd/sweep
COPY service /etc/service
EXPOSE 8080
CMD ["runsvdir", "-P", "/etc/service"]
