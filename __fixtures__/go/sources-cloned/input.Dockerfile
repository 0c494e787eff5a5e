FROM golang:1.22-alpine3.20
RUN apk add --no-cache git make g++ \
    && git clone https://github.com/acme/wiki.git \
    && cd wiki \
    && make \
    && mv wiki /wiki
VOLUME /data
EXPOSE 8142
CMD ["/wiki","--db","/data/wiki.db"]
