FROM golang:1.22-bookworm
RUN apt-get update && apt-get install -y libmagickwand-dev
WORKDIR /app
COPY . .
RUN go build -o pictures .
EXPOSE 8080
CMD ["./pictures"]
