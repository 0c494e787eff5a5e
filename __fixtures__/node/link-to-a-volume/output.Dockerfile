FROM node:20 AS builder
WORKDIR /app
COPY package.json ./
RUN npm install
COPY tsconfig.json ./
COPY src ./src
RUN npm run build

FROM node:20-slim AS runtime
WORKDIR /app
COPY --from=builder /app/package.json ./
COPY --from=builder /app/dist ./dist
RUN mkdir -p /data && ln -s /data uploads
RUN chown node:node /data
VOLUME /data
USER node
EXPOSE 3000
CMD ["npm", "start"]
