FROM golang:1.22 AS builder
WORKDIR /workspace
COPY . .
RUN CGO_ENABLED=0 go build -o alerts .

FROM gcr.io/distroless/static-debian12 AS runtime
WORKDIR /workspace
COPY ./settings/* ./settings/
COPY ./templates/* ./templates/
COPY --from=builder /workspace/alerts ./
EXPOSE 8000
ENTRYPOINT ["./alerts"]
