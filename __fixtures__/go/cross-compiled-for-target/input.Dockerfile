FROM golang:1.22
ARG TARGETOS
ARG TARGETARCH
WORKDIR /workspace
COPY go.mod ./
RUN go mod download
COPY . .
RUN GOOS=${TARGETOS:-linux} GOARCH=${TARGETARCH} go build -a -o manager .
USER 65532:65532
ENTRYPOINT ["/workspace/manager"]
