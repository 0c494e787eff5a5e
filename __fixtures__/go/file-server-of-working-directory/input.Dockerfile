FROM golang:1.22
WORKDIR /app
COPY . .
RUN go build -o /usr/local/bin/docs .
EXPOSE 8080
CMD ["docs"]
