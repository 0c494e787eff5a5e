FROM golang:1.22 AS builder
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -o gallery .
RUN mkdir -p uploads

FROM gcr.io/distroless/static-debian12:nonroot AS runtime
WORKDIR /app
COPY --from=builder /app/gallery ./
COPY --from=builder --chown=nonroot:nonroot /app/uploads ./uploads
EXPOSE 8080
CMD ["./gallery"]
