FROM golang:1.22
WORKDIR /repo
COPY . .
RUN go build -o /bin/api ./services/api
EXPOSE 8080
ENTRYPOINT ["/bin/api"]
