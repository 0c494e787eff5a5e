FROM node:22
WORKDIR /app
COPY package*.json ./
RUN npm ci && npx playwright install --with-deps
COPY . .
RUN npm run build
EXPOSE 3000
CMD ["node", "dist/index.js"]
