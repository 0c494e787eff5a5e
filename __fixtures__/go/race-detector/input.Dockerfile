FROM golang:1.22
WORKDIR /src
ENV GOFLAGS=-race
COPY . .
RUN go build -o /bin/orders .
CMD ["/bin/orders"]
