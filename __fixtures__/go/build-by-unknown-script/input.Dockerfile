FROM golang:1.22
WORKDIR /app
COPY . .
RUN ./build.sh
CMD ["./app"]
