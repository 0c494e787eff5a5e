FROM golang:1.22
WORKDIR /src
COPY api .
RUN CGO_ENABLED=0 go build -o /out/api .

FROM golang:1.22
WORKDIR /src
COPY probe .
RUN CGO_ENABLED=0 go build -o /out/probe .

FROM gcr.io/distroless/static-debian12:nonroot
COPY --from=0 /out/api /api
COPY --from=1 /out/probe /probe
HEALTHCHECK CMD ["/probe"]
CMD ["/api"]
