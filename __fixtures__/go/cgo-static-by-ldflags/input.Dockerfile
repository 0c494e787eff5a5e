FROM golang:1.22-bookworm
WORKDIR /app
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN go build -tags "osusergo netgo sqlite_omit_load_extension" -ldflags '-s -w -linkmode external -extldflags "-static"' -o cards .
EXPOSE 8080
ENTRYPOINT ["./cards"]
