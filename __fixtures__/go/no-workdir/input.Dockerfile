FROM golang:1.22
COPY . /src
RUN cd /src && go build -o /usr/local/bin/pulse .
EXPOSE 8080
CMD ["pulse"]
