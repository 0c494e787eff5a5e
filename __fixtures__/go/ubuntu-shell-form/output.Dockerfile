FROM ubuntu:22.04 AS builder
RUN apt-get update && apt-get install -y golang-go
ADD . /app
WORKDIR /app
RUN go build -o http

FROM ubuntu:22.04 AS runtime
RUN groupadd --system --gid 10001 app && useradd --system --uid 10001 --gid app app
WORKDIR /app
COPY --from=builder /app/http ./
ENV PORT 8000
USER 10001
EXPOSE 8000
CMD /app/http
