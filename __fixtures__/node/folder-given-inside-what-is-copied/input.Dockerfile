FROM node:20
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .
RUN chmod +x scripts/check-sources.sh && npm run build
RUN mkdir uploads && chown -R node:node uploads dist
USER node
EXPOSE 3000
CMD ["node", "dist/index.js"]
