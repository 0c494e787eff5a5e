FROM node:20
ENV NODE_ENV=production
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --include=dev --no-audit
COPY . .
ENV PORT=8080
EXPOSE 8080
CMD ["node", "server.js"]
