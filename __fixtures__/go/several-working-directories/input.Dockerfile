FROM golang:1.22
WORKDIR /src/tool
COPY go.mod ./
WORKDIR /src
COPY . tool
WORKDIR tool
RUN go build -o /opt/portal/portal .
WORKDIR /opt/portal
COPY web ./web
EXPOSE 8080
CMD ["./portal"]
