FROM node:20-slim
WORKDIR /app
COPY . .
RUN mkdir -p sockets && chown node:node sockets
USER node
CMD ["node", "server.js"]
