FROM golang:1.22
WORKDIR /workspace
COPY . .
COPY ./settings/* ./settings/
COPY ./templates/* ./templates/
RUN CGO_ENABLED=0 go build -o alerts .
EXPOSE 8000
ENTRYPOINT ["./alerts"]
