FROM golang:1.22-bookworm
RUN apt-get update && apt-get install -y jq
WORKDIR /app
COPY . .
RUN go build -o filter .
EXPOSE 8080
CMD ["./filter"]
