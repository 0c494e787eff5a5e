# Start from the image that has a workspace at /go.
FROM golang:1.15 AS builder

# Copy the package into the workspace.
ADD . /go/src/example.com/outyet

RUN CGO_ENABLED=0 go install example.com/outyet

FROM gcr.io/distroless/static-debian12:nonroot AS runtime
WORKDIR /go
COPY --from=builder /go/bin/outyet /go/bin/outyet

# Run the command by default when the container starts.
ENTRYPOINT ["/go/bin/outyet"]

EXPOSE 8080
