FROM golang:1.15-buster AS builder
ADD . /go/src/example.com/greeter
RUN go install example.com/greeter

FROM debian:buster-slim AS runtime
RUN groupadd --system --gid 10001 app && useradd --system --uid 10001 --gid app app
WORKDIR /go
COPY --from=builder /go/bin/greeter /go/bin/greeter
USER 10001
ENTRYPOINT /go/bin/greeter
EXPOSE 8080
