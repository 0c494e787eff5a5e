FROM node:18-alpine
WORKDIR /app
COPY . .
RUN npm install && npm run build && npm install -g serve
EXPOSE 3000
CMD ["sh", "-c", "npx react-inject-env set && serve -s build -l 3000"]
