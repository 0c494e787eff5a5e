FROM golang:1.22
WORKDIR /src/service
COPY . .
RUN git clone https://example.com/greeting.git ../greeting && go build -o /usr/local/bin/service .
CMD ["service"]
