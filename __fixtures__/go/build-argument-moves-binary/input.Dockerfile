FROM golang:1.22
ARG DEST=/opt/app
WORKDIR /src
COPY . .
RUN mkdir -p ${DEST} && go build -o ${DEST}/server .
ENV DEST=$DEST
CMD exec $DEST/server
