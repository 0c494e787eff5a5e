FROM node:20
WORKDIR /app
COPY package.json ./
RUN npm install
COPY . .
RUN npm run build
# msb-migrate: keep node_modules/typescript
EXPOSE 3000
CMD ["npm", "start"]
