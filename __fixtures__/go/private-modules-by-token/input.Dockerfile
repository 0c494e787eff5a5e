FROM golang:1.22
ARG GITHUB_TOKEN
ENV GOPRIVATE=github.com/acme CI_JOB_TOKEN=unset ADDRESS=:8080
RUN git config --global url."https://${GITHUB_TOKEN}@github.com/".insteadOf "https://github.com/"
RUN echo "machine gitlab.acme.example login ci password $CI_JOB_TOKEN" > ~/.netrc && chmod 600 ~/.netrc
WORKDIR /src
COPY . .
RUN go build -o /usr/local/bin/quotes .
EXPOSE 8080
CMD ["quotes"]
