FROM node:20-slim
WORKDIR /app
COPY package.json server.js ./
RUN mkdir -p data && chown node:node data && chgrp -R 0 data && chmod -R g=u data
USER node
EXPOSE 3000
CMD ["node", "server.js"]
