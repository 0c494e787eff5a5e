FROM golang:1.22 AS builder
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 sh ./build.sh

FROM gcr.io/distroless/static-debian12:nonroot AS runtime
WORKDIR /app
COPY --from=builder /app/dist/app ./dist/app
EXPOSE 8080
CMD ["./dist/app"]
