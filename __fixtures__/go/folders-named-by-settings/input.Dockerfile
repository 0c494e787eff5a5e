FROM golang:1.22
WORKDIR /app
COPY . .
RUN go build -o mailer .
EXPOSE 8080
CMD ["./mailer"]
