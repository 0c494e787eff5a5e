FROM golang:1.22 AS builder
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /out/api .

FROM gcr.io/distroless/static-debian12
COPY --from=builder /out/api /api
USER nonroot
EXPOSE 8080
ENTRYPOINT ["/api"]
