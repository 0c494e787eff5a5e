FROM golang:1.22
ENV export GO111MODULE=on
ENV export PATH="$PATH:/opt/tools/bin"
WORKDIR /app
COPY . .
RUN go build -o ferry .
EXPOSE 8080
CMD ["./ferry"]
