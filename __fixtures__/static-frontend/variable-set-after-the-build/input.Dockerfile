FROM node:20-alpine
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build && npm install -g serve
ENV VITE_API_URL=https://api.example.com
EXPOSE 3000
CMD ["serve", "-s", "dist"]
