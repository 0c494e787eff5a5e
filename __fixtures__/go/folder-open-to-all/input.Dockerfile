FROM golang:1.22-bookworm
WORKDIR /opt/guests
COPY . .
RUN go build -o guests . && chmod -R 777 .
USER nobody
EXPOSE 8080
CMD ["./guests"]
