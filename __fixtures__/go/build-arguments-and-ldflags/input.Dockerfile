FROM golang:1.22-alpine3.20
ARG VERSION=dev
ARG COMMIT
LABEL org.opencontainers.image.version=$VERSION
WORKDIR /app
COPY . .
RUN go build -ldflags "-s -w -X main.version=${VERSION} -X main.commit=${COMMIT}" -o about .
EXPOSE 8080
CMD ["./about"]
