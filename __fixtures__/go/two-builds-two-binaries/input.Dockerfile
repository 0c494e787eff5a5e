FROM golang:1.22
WORKDIR /app
COPY . .
RUN go build -o /usr/local/bin/migrate ./cmd/migrate && go build -o /usr/local/bin/api ./cmd/api
EXPOSE 8080
CMD ["api"]
