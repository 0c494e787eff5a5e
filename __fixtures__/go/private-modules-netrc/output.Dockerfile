FROM golang:1.22-alpine3.20 AS builder
RUN apk add --no-cache git openssh-client
COPY .netrc /root/.netrc
ENV GOPRIVATE=git.example.com
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -o /bin/payroll ./cmd/payroll

FROM gcr.io/distroless/static-debian12:nonroot AS runtime
WORKDIR /src
COPY --from=builder /bin/payroll /bin/payroll
ENTRYPOINT ["/bin/payroll"]
