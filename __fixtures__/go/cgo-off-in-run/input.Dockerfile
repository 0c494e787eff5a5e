FROM golang
WORKDIR /app
COPY go.mod ./
RUN go mod download
COPY . ./
RUN CGO_ENABLED=0 GOOS=linux go build -a -installsuffix cgo -o /mytask cmd/main.go
EXPOSE 8080
CMD [ "/mytask" ]
