FROM golang:1.22-bookworm
WORKDIR /app
COPY . .
RUN chmod +x scripts/stamp.sh && ./scripts/stamp.sh && go build -o tides .
RUN rm scripts/stamp.sh
EXPOSE 8080
CMD ["./tides"]
