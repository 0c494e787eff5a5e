# build
FROM golang:1.22 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -o report .

# run
FROM debian:bookworm-slim
RUN apt-get update \
 && apt-get install -y --no-install-recommends \
    # asked for by the program
    ca-certificates \
    tzdata \
 && rm -rf /var/lib/apt/lists/*
RUN groupadd --system --gid 10001 app && useradd --system --uid 10001 --gid app app
WORKDIR /app
COPY --from=build /src/report ./
COPY --from=build /src/layouts ./layouts
USER 10001
EXPOSE 8080
CMD ["./report"]
