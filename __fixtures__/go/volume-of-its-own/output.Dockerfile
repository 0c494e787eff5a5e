FROM golang:1.22 AS builder
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -o inbox .
RUN mkdir -p /data

FROM gcr.io/distroless/static-debian12:nonroot AS runtime
WORKDIR /app
COPY --from=builder /app/inbox ./
COPY --from=builder --chown=nonroot:nonroot /data /data
ENV DATA_DIR=/data
VOLUME ["/data"]
EXPOSE 8080
CMD ["/app/inbox"]
