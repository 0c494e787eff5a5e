FROM node:20
WORKDIR /app
COPY package*.json ./
RUN npm ci
HEALTHCHECK --interval=30s CMD node healthcheck.js
COPY . .
RUN npm run build
EXPOSE 3000
CMD ["node", "dist/index.js"]
