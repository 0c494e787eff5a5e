FROM golang:1.22

COPY . app
WORKDIR app
RUN go build -o grpc-server ./server/*.go

EXPOSE 50051
CMD ["/go/app/scripts/start.sh"]
