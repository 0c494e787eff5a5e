FROM golang:1.22 AS builder
WORKDIR /src/tool
COPY go.mod ./
WORKDIR /src
COPY . tool
WORKDIR tool
RUN CGO_ENABLED=0 go build -o /opt/portal/portal .

FROM gcr.io/distroless/static-debian12:nonroot AS runtime
COPY --from=builder /opt/portal/portal /opt/portal/portal
WORKDIR /opt/portal
COPY web ./web
EXPOSE 8080
CMD ["./portal"]
