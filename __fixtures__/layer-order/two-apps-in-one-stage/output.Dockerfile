FROM node:20-slim
WORKDIR /worker
COPY worker/package.json worker/package-lock.json ./
RUN npm ci --omit=dev && npm cache clean --force
COPY worker /worker
WORKDIR /server
COPY server/package.json server/package-lock.json ./
RUN npm ci --omit=dev && npm cache clean --force
COPY server /server
USER node
EXPOSE 3000
CMD ["node", "server.js"]
