FROM node:20

# quiet, but for what goes wrong
ENV NPM_CONFIG_LOGLEVEL=warn

WORKDIR /app

# 8080 by default; the load balancer asks there
ARG PORT=8080
ENV PORT=$PORT

COPY package.json package-lock.json ./
RUN npm ci
COPY . .
EXPOSE $PORT
CMD ["node", "server.js"]
