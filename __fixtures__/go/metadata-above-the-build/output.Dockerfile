# The public front of the archive.
FROM golang:1.22 AS builder

ENV GO111MODULE=on GOPROXY=https://proxy.golang.org,direct
ENV ARCHIVE_ROOT=/srv/archive

WORKDIR $ARCHIVE_ROOT
# sources
COPY . .
# build
RUN go vet ./... \
 && CGO_ENABLED=0 go build \
    # stripped
    -ldflags="-s -w" \
    -o front .

FROM gcr.io/distroless/static-debian12:nonroot AS runtime

# Who to ask
LABEL maintainer="archive@example.com"
LABEL description="Archive front" \
      # bumped by hand
      version="1.4"
ENV ARCHIVE_ROOT=/srv/archive
EXPOSE 8080
STOPSIGNAL SIGINT
CMD ["/srv/archive/front"]
WORKDIR $ARCHIVE_ROOT
COPY --from=builder /srv/archive/front ./
# the end
