FROM golang:alpine AS builder
WORKDIR /app
COPY . /app
RUN GOOS=linux CGO_ENABLED=0 GOARCH=amd64 go build -ldflags="-w -s" -mod=vendor -o main.out main.go

FROM gcr.io/distroless/static-debian12:nonroot AS runtime
WORKDIR /app
COPY --from=builder /app/main.out ./
CMD [ "./main.out" ]
