FROM golang:1.22 AS builder
WORKDIR /src
ENV GOPRIVATE=git.acme.example
COPY .netrc /root/.netrc
RUN chmod 600 /root/.netrc
COPY go.mod go.sum ./
RUN go mod download
COPY main.go ./
RUN CGO_ENABLED=0 go build -o /orders .

FROM gcr.io/distroless/static-debian12:nonroot
COPY --from=builder /orders /orders
ENTRYPOINT ["/orders"]
