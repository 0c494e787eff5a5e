FROM golang:1.22-alpine

# The journal is kept beside the program.
RUN addgroup -S diary && adduser -S -G diary diary \
    && mkdir -p /srv/diary && chown -R diary:diary /srv/diary

WORKDIR /srv/diary
COPY go.mod ./
RUN go mod download
COPY . .
RUN go build -o diary .

USER diary
EXPOSE 8080
CMD ["./diary"]
