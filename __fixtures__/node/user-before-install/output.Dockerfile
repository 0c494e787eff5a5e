FROM node:20 AS builder

RUN mkdir -p /home/node/app/node_modules && chown -R node:node /home/node/app

WORKDIR /home/node/app

COPY --chown=node:node package*.json ./

USER node

RUN npm install --omit=dev

FROM node:20-slim AS runtime
RUN mkdir -p /home/node/app/node_modules && chown -R node:node /home/node/app
WORKDIR /home/node/app
USER node
COPY --from=builder --chown=node:node /home/node/app/node_modules ./node_modules

COPY --chown=node:node . .

EXPOSE 8080

CMD [ "node", "server.js" ]
