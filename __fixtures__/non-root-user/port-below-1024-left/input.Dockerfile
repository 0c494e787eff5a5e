FROM golang:1.22 AS builder
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /out/web .

FROM gcr.io/distroless/static-debian12
COPY --from=builder /out/web /web
EXPOSE 443 80
ENTRYPOINT ["/web"]
