FROM golang:1.22 AS builder
COPY . /src
RUN cd /src && CGO_ENABLED=0 go build -o /usr/local/bin/pulse .

FROM gcr.io/distroless/static-debian12:nonroot AS runtime
WORKDIR /go
COPY --from=builder /usr/local/bin/pulse /usr/local/bin/pulse
EXPOSE 8080
CMD ["pulse"]
