FROM golang:1.22 AS compile
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -o named .

FROM gcr.io/distroless/static-debian12:nonroot AS runtime
WORKDIR /app
COPY --from=compile /app/named ./
EXPOSE 8080
CMD ["./named"]
