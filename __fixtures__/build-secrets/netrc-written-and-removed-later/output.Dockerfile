FROM golang:1.22 AS builder
WORKDIR /src
COPY go.mod go.sum ./
RUN --mount=type=secret,id=git_token \
    echo "machine git.acme.example login ci password $(cat /run/secrets/git_token)" > ~/.netrc \
    && chmod 600 ~/.netrc \
    && go mod download \
    && rm -f ~/.netrc
COPY main.go ./
RUN CGO_ENABLED=0 go build -o /orders .

FROM gcr.io/distroless/static-debian12:nonroot
COPY --from=builder /orders /orders
ENTRYPOINT ["/orders"]
