FROM golang:1.22 AS builder
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /out/agent .

FROM gcr.io/distroless/static-debian12:nonroot
# reads every process of the host
USER root
COPY --from=builder /out/agent /agent
ENTRYPOINT ["/agent"]
