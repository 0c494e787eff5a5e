FROM golang:1.22 AS builder
WORKDIR /src
ENV GOPRIVATE=github.com/acme/*
COPY go.mod go.sum ./
RUN --mount=type=secret,id=github_token \
    git config --global url."https://$(cat /run/secrets/github_token)@github.com/".insteadOf "https://github.com/" \
    && go mod download \
    && git config --global --remove-section url."https://$(cat /run/secrets/github_token)@github.com/"
COPY main.go ./
RUN CGO_ENABLED=0 go build -o /orders .

FROM gcr.io/distroless/static-debian12:nonroot
COPY --from=builder /orders /orders
ENTRYPOINT ["/orders"]
