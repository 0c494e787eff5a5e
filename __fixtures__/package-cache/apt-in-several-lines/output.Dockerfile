FROM golang:1.22-bookworm AS builder
WORKDIR /src
COPY . .
RUN go build -o /out/api .

FROM debian:bookworm-slim
RUN set -eux; \
	apt-get update; \
	apt-get install -y --no-install-recommends \
		# outbound calls
		ca-certificates \

		jq=1.6-* \
	; \
	jq --version; \
	rm -rf /var/lib/apt/lists/*
COPY --from=builder /out/api /usr/local/bin/api
USER nobody
EXPOSE 8080
CMD ["api"]
