FROM node:20-slim
COPY server /server
RUN cd /server
WORKDIR /server
RUN npm ci --omit=dev && npm cache clean --force
EXPOSE 3000
USER node
CMD ["node", "server.js"]
