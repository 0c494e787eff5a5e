FROM golang:1.17-bullseye AS builder

WORKDIR /go/src/app

COPY *.go .

RUN go mod init dispatch && go get
RUN go install

FROM debian:bullseye-slim AS runtime
RUN groupadd --system --gid 10001 app && useradd --system --uid 10001 --gid app app
ENV PATH=/go/bin:$PATH
WORKDIR /go/src/app
COPY --from=builder /go/bin/dispatch /go/bin/dispatch
USER 10001

CMD dispatch
