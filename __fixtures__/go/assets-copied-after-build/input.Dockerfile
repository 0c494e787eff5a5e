FROM golang:1.22-alpine3.20
WORKDIR /app
COPY . .
RUN go build -o wiki .
COPY /pages/welcome.md /app/pages/home.md
EXPOSE 8080
CMD ["./wiki"]
