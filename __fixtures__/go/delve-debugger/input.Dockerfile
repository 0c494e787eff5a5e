FROM golang:1.22
RUN go install github.com/go-delve/delve/cmd/dlv@v1.22.1
WORKDIR /app
COPY . .
RUN go build -gcflags="all=-N -l" -o app .
EXPOSE 8080 40000
CMD ["dlv", "exec", "./app", "--headless", "--listen=:40000", "--accept-multiclient"]
