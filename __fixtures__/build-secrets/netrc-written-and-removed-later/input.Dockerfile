FROM golang:1.22 AS builder
WORKDIR /src
ARG GIT_TOKEN
RUN echo "machine git.acme.example login ci password $GIT_TOKEN" > ~/.netrc && chmod 600 ~/.netrc
COPY go.mod go.sum ./
RUN go mod download
RUN rm ~/.netrc
COPY main.go ./
RUN CGO_ENABLED=0 go build -o /orders .

FROM gcr.io/distroless/static-debian12:nonroot
COPY --from=builder /orders /orders
ENTRYPOINT ["/orders"]
