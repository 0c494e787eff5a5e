FROM golang:1.22 AS builder
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /out/names .

FROM scratch
COPY --from=builder /out/names /names
ENTRYPOINT ["/names"]
