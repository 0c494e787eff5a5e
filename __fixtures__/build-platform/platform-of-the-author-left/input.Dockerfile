FROM --platform=$BUILDPLATFORM golang:1.22-alpine AS builder
WORKDIR /src
COPY go.mod ./
RUN go mod download
COPY . .
ARG TARGETARCH
RUN CGO_ENABLED=0 GOARCH=$TARGETARCH go build -o /out/stock .

FROM alpine:3.20
RUN adduser -D -u 10001 app
COPY --from=builder /out/stock /usr/local/bin/stock
USER app
EXPOSE 8080
CMD ["stock"]
