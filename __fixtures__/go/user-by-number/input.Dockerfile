FROM golang:1.22
WORKDIR /app
COPY . .
RUN go build -o portal .
USER 65534:65534
EXPOSE 8080
CMD ["./portal"]
