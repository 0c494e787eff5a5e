FROM node:20-alpine
RUN apk add --no-cache curl
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build && npm install -g serve
ENV PORT=8080
EXPOSE $PORT
HEALTHCHECK CMD curl --fail http://127.0.0.1:$PORT/
CMD ["serve", "-s", "dist"]
