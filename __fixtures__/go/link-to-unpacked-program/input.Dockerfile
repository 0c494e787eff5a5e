FROM golang:1.22
RUN mkdir /opt/migrate && wget -qO- https://example.com/migrate-4.27.0.tar.gz | tar -xz -C /opt/migrate \
 && ln -s /opt/migrate/migrate /usr/local/bin/migrate
WORKDIR /src
COPY . .
RUN go build -o /server .
CMD ["/server"]
