FROM golang:1.22
WORKDIR /app
COPY go.mod ./
COPY . .
RUN go build -o grader .
EXPOSE 8080
CMD ["./grader"]
