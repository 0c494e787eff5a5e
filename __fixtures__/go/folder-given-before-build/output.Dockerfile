FROM golang:1.22-alpine AS builder

WORKDIR /srv/diary
COPY go.mod ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -o diary .

FROM alpine:3.21 AS runtime

# The journal is kept beside the program.
RUN addgroup -S diary && adduser -S -G diary diary \
    && mkdir -p /srv/diary && chown -R diary:diary /srv/diary
WORKDIR /srv/diary
COPY --from=builder /srv/diary/diary ./

USER diary
EXPOSE 8080
CMD ["./diary"]
