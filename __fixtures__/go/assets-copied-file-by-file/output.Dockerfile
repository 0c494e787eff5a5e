FROM golang:1.22-alpine AS builder

RUN mkdir -p /app/templates /app/static/css
COPY go.mod main.go /app/
COPY static/css/site.css  /app/static/css
COPY static/robots.txt  /app/static
RUN ls -R /app
WORKDIR /app
RUN CGO_ENABLED=0 go build -o main .

FROM gcr.io/distroless/static-debian12:nonroot AS runtime
COPY static/css/site.css  /app/static/css/
COPY static/robots.txt  /app/static
COPY ["templates/page.html", "/app/templates/"]
WORKDIR /app
COPY --from=builder /app/main ./
EXPOSE 8080
USER 1001
ENTRYPOINT ["/app/main"]
