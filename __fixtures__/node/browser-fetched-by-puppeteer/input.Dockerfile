FROM node:22
ENV PUPPETEER_CACHE_DIR=/opt/browsers
WORKDIR /app
COPY package*.json ./
RUN npm ci --ignore-scripts
RUN npx puppeteer browsers install chrome
COPY . .
RUN npm run build
EXPOSE 3000
CMD ["node", "dist/index.js"]
