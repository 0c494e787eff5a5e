FROM golang:1.22
WORKDIR /src
COPY . .
RUN go build -buildmode=plugin -o rates.so ./rates && go build -o orders .
CMD ["./orders"]
