FROM golang:1.22
WORKDIR /src
COPY . .
RUN go vet ./...
# the whole suite
RUN go test ./...
RUN go build -o /hello .
EXPOSE 8080
CMD ["/hello"]
