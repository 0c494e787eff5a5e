FROM golang:1.22
WORKDIR /app
COPY . .
RUN sh ./build.sh
EXPOSE 8080
CMD ["./dist/app"]
