FROM golang:1.22 AS builder
ENV GOBIN=/usr/local/bin
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go install ./...

FROM gcr.io/distroless/static-debian12:nonroot AS runtime
WORKDIR /src
COPY --from=builder /usr/local/bin/gateway /usr/local/bin/gateway
EXPOSE 8080
CMD ["gateway"]
