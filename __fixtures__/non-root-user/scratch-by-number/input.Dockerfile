FROM golang:1.22 AS builder
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /out/api .

FROM scratch
COPY --from=builder /out/api /api
EXPOSE 8080
ENTRYPOINT ["/api"]
