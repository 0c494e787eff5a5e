FROM golang:1.22-alpine3.20
RUN apk add --no-cache gcc musl-dev
WORKDIR /app
COPY go.mod go.sum ./
RUN go mod download
COPY . .
ENV CGO_ENABLED=1
RUN go build -o links .
EXPOSE 8080
CMD ["./links"]
