FROM golang:1.22-alpine3.20
RUN apk add --no-cache git openssh-client
COPY .netrc /root/.netrc
ENV GOPRIVATE=git.example.com
WORKDIR /src
COPY . .
RUN go build -o /bin/payroll ./cmd/payroll
ENTRYPOINT ["/bin/payroll"]
