FROM golang:1.22
WORKDIR /app
COPY go.mod .
COPY *.go ./
# fonts for the banner
COPY standard.txt shadow.txt ./
COPY templates ./templates
RUN go build -o main .
EXPOSE 8080
ENTRYPOINT ["/app/main"]
