FROM golang:1.22-bookworm AS builder
WORKDIR /src
COPY . .
RUN go build -o /out/api .

FROM debian:bookworm-slim
COPY --from=builder /out/api /usr/local/bin/api
RUN apt-get update && \
    apt-get install -y --no-install-recommends xz-utils && \
    xz --version && \
    apt-get purge -y --auto-remove xz-utils
USER nobody
EXPOSE 8080
CMD ["api"]
