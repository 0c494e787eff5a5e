FROM golang:1.22 AS builder
COPY go.mod go.sum ./src/echo/
RUN cd $GOPATH/src/echo && go mod download
COPY . $GOPATH/src/echo
# Where it runs, and how it is built there
WORKDIR $GOPATH/src/echo
ENV GOFLAGS=-trimpath
RUN CGO_ENABLED=0 go build -o main main.go

FROM gcr.io/distroless/static-debian12:nonroot AS runtime
ENV GOPATH=/go
COPY --from=builder /go/src/echo/main /go/src/echo/main
WORKDIR $GOPATH/src/echo
ENV PORT=8080
EXPOSE 8080
CMD ["./main"]
