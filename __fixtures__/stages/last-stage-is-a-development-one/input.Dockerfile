FROM golang:1.22-alpine3.20 AS base
WORKDIR /app
COPY go.mod ./
RUN go mod download

FROM base AS dev
RUN go install github.com/air-verse/air@v1.52.3
COPY . .
CMD ["air"]
