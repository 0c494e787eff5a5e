# Start from the image that has a workspace at /go.
FROM golang:1.15

# Copy the package into the workspace.
ADD . /go/src/example.com/outyet

RUN go install example.com/outyet

# Run the command by default when the container starts.
ENTRYPOINT ["/go/bin/outyet"]

EXPOSE 8080
