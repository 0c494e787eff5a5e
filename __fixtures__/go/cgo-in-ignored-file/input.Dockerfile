FROM golang:1.24
WORKDIR /src
COPY . .
RUN go build -o /bin/clock .
EXPOSE 8080
CMD ["/bin/clock"]
