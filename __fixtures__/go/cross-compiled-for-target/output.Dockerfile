FROM golang:1.22 AS builder
ARG TARGETOS
ARG TARGETARCH
WORKDIR /workspace
COPY go.mod ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 GOOS=${TARGETOS:-linux} GOARCH=${TARGETARCH} go build -a -o manager .

FROM gcr.io/distroless/static-debian12:nonroot AS runtime
WORKDIR /workspace
COPY --from=builder /workspace/manager ./
USER 65532:65532
ENTRYPOINT ["/workspace/manager"]
