FROM golang:1.22-bookworm
WORKDIR /app
COPY . .
RUN go build -o api .
RUN chmod +x scripts/entrypoint.sh
EXPOSE 8080
ENTRYPOINT ["./scripts/entrypoint.sh"]
CMD ["./api"]
