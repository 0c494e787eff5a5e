FROM golang:latest AS builder 
RUN mkdir /app 
ADD ./src/app/ /app/ 
RUN mkdir /.kube
WORKDIR /app
RUN CGO_ENABLED=0 go build -o main . 

FROM gcr.io/distroless/static-debian12:nonroot AS runtime
ADD ./.kube /.kube/
WORKDIR /app
COPY --from=builder /app/main ./
CMD ["/app/main"]
EXPOSE 8080
