FROM golang:1.22
WORKDIR /app
COPY . .
RUN go build -o reports .
EXPOSE 8080
ENTRYPOINT ["./reports"]
