FROM node:20-slim
WORKDIR /worker
COPY worker /worker
RUN npm ci --omit=dev
WORKDIR /server
COPY server /server
RUN npm ci --omit=dev
EXPOSE 3000
CMD ["node", "server.js"]
