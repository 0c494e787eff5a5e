FROM golang:1.22
WORKDIR /app
COPY go.mod ./
RUN go mod download
COPY . .
RUN go build -o server .
RUN printf '#!/bin/sh\nexec ./server\n' > /run.sh && chmod +x /run.sh
EXPOSE 8080
# msb-migrate: start ./server
CMD ["/run.sh"]
