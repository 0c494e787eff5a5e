FROM golang:1.22
WORKDIR /app
COPY . .
# one file is all there is
RUN go build \
    -o carriage .
EXPOSE 8080
CMD ["./carriage"]
