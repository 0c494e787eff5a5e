FROM node:22
WORKDIR /app
COPY package*.json ./
RUN npm ci
RUN npx playwright install --with-deps chromium
COPY . .
RUN npm run build
EXPOSE 3000
CMD ["node", "dist/index.js"]
