FROM golang:1.22 AS golang-builder
WORKDIR /src
COPY api .
RUN CGO_ENABLED=0 go build -o /out/api .

FROM golang:1.22 AS golang-builder-2
WORKDIR /src
COPY probe .
RUN CGO_ENABLED=0 go build -o /out/probe .

FROM gcr.io/distroless/static-debian12:nonroot
COPY --from=golang-builder /out/api /api
COPY --from=golang-builder-2 /out/probe /probe
HEALTHCHECK CMD ["/probe"]
CMD ["/api"]
