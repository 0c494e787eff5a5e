FROM node:20-slim
WORKDIR /app
COPY package.json server.js ./
# what pages look like
COPY --chown=node:node views ./views
ADD notice.txt.gz /usr/share/notice.txt.gz
USER node
EXPOSE 3000
CMD ["node", "server.js"]
