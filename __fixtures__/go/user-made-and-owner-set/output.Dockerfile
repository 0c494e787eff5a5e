FROM golang:1.22-bookworm AS builder
RUN useradd --create-home --uid 1001 web
WORKDIR /app
COPY . .
RUN go build -o portal . && chown -R web:web /app

FROM debian:bookworm-slim AS runtime
RUN useradd --create-home --uid 1001 web
WORKDIR /app
COPY --from=builder --chown=web:web /app/portal ./
RUN chown web:web /app
USER web
EXPOSE 8080
CMD ["./portal"]
