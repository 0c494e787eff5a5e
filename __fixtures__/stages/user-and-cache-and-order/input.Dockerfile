# build
FROM golang:1.22 AS build
WORKDIR /src
COPY . .
RUN go mod download
RUN CGO_ENABLED=0 go build -o report .

# run
FROM debian:bookworm-slim
RUN apt-get update \
 && apt-get install -y --no-install-recommends \
    # asked for by the program
    ca-certificates \
    tzdata
WORKDIR /app
COPY --from=build /src/report ./
COPY --from=build /src/layouts ./layouts
EXPOSE 8080
CMD ["./report"]
