FROM golang:1.22
WORKDIR /app
COPY . .
RUN go build -o inbox .
ENV DATA_DIR=/data
VOLUME ["/data"]
EXPOSE 8080
CMD ["/app/inbox"]
