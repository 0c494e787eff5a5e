FROM node:20
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .
RUN npm run build
ENV NODE_OPTIONS="--max-old-space-size=256 --require ./tracing.js"
EXPOSE 3000
CMD ["node", "dist/index.js"]
