FROM ubuntu:22.04
RUN apt-get update && apt-get install -y golang-go
ADD . /app
WORKDIR /app
RUN go build -o http
ENV PORT 8000
EXPOSE 8000
CMD /app/http
