FROM golang:1.22 AS builder
ARG GITHUB_TOKEN
ENV GOPRIVATE=github.com/acme CI_JOB_TOKEN=unset ADDRESS=:8080
RUN git config --global url."https://${GITHUB_TOKEN}@github.com/".insteadOf "https://github.com/"
RUN echo "machine gitlab.acme.example login ci password $CI_JOB_TOKEN" > ~/.netrc && chmod 600 ~/.netrc
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /usr/local/bin/quotes .

FROM gcr.io/distroless/static-debian12:nonroot AS runtime
ENV ADDRESS=:8080
WORKDIR /src
COPY --from=builder /usr/local/bin/quotes /usr/local/bin/quotes
EXPOSE 8080
CMD ["quotes"]
