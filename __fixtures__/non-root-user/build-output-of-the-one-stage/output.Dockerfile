FROM node:20-alpine
WORKDIR /app
COPY package.json ./
RUN npm install && npm cache clean --force
COPY . .
RUN npm run build
RUN chown -R node:node .next
USER node
EXPOSE 3000
CMD ["npm", "start"]
