FROM golang:1.22
COPY . $GOPATH/src/echo
RUN cd $GOPATH/src/echo && go mod download
# Where it runs, and how it is built there
WORKDIR $GOPATH/src/echo
ENV GOFLAGS=-trimpath
ENV PORT=8080
EXPOSE 8080
CMD ["go", "run", "main.go"]
