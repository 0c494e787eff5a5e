FROM golang:1.22-bookworm
WORKDIR /app
COPY . .
RUN go build -o agenda .
ENV TIME_ZONE=Europe/Paris
EXPOSE 8080
CMD ./agenda --zone "$TIME_ZONE"
