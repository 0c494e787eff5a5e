FROM golang:1.22-bookworm
RUN useradd --create-home --uid 1001 web
WORKDIR /app
COPY . .
RUN go build -o portal . && chown -R web:web /app
USER web
EXPOSE 8080
CMD ["./portal"]
