FROM node:20-alpine
WORKDIR /app
COPY . .
RUN npm install
# Make the site
RUN npm run build
# Run for production
ENV NODE_ENV=production
# The port of the server
EXPOSE 3000
# Start the server
CMD ["npx", "serve", "-s", "build"]
