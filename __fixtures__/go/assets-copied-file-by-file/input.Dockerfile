FROM golang:1.22-alpine

RUN mkdir -p /app/templates /app/static/css
COPY go.mod main.go /app/
COPY static/css/site.css  /app/static/css
COPY static/robots.txt  /app/static
RUN ls -R /app
COPY ["templates/page.html", "/app/templates"]
WORKDIR /app
RUN go build -o main .
EXPOSE 8080
USER 1001
ENTRYPOINT ["/app/main"]
