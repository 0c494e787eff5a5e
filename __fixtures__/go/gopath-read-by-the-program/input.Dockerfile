FROM golang:1.22
WORKDIR /go/src/shop
COPY . .
RUN go install .
EXPOSE 3000
CMD ["shop"]
