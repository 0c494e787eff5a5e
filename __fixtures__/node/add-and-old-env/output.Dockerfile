FROM node:20 AS builder
ENV PORT 5000
RUN mkdir -p /srv/app
WORKDIR /srv/app
ADD package.json package-lock.json /srv/app/
RUN npm install --omit=dev

FROM node:20-slim AS runtime
ENV PORT 5000
WORKDIR /srv/app
COPY --from=builder /srv/app/node_modules ./node_modules
ADD . /srv/app
USER node
EXPOSE 5000
CMD ["node", "server.js"]
