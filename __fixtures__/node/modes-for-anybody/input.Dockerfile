FROM node:22
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .
RUN npm run build
# The platform chooses the user.
RUN chmod -R 777 /app
USER 1001
EXPOSE 3000
CMD ["node", "dist/server.js"]
