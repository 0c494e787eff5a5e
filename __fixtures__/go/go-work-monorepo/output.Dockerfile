FROM golang:1.22 AS builder
WORKDIR /repo
COPY . .
RUN CGO_ENABLED=0 go build -o /bin/api ./services/api

FROM gcr.io/distroless/static-debian12:nonroot AS runtime
WORKDIR /repo
COPY --from=builder /bin/api /bin/api
EXPOSE 8080
ENTRYPOINT ["/bin/api"]
