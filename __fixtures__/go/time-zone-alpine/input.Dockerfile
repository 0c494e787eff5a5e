FROM golang:1.22-alpine3.20
WORKDIR /app
COPY . .
RUN go build -o sundial .
EXPOSE 8080
CMD exec ./sundial $SUNDIAL_FLAGS
