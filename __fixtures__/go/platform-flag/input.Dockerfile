FROM --platform=linux/amd64 golang:1.22
WORKDIR /app
COPY . .
RUN GOOS=linux GOARCH=amd64 go build -o wide .
EXPOSE 8080
CMD ["./wide"]
