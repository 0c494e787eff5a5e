# The public front of the archive.
FROM golang:1.22

# Who to ask
LABEL maintainer="archive@example.com"
LABEL description="Archive front" \
      # bumped by hand
      version="1.4"

ENV GO111MODULE=on GOPROXY=https://proxy.golang.org,direct
ENV ARCHIVE_ROOT=/srv/archive
EXPOSE 8080
STOPSIGNAL SIGINT
CMD ["/srv/archive/front"]

WORKDIR $ARCHIVE_ROOT
# sources
COPY . .
# build
RUN go vet ./... \
 && go build \
    # stripped
    -ldflags="-s -w" \
    -o front .
# the end
