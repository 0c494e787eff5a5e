FROM node:20
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .
RUN chmod +x scripts/check-sources.sh scripts/release.sh \
    && sed -i 's/sources are there/all there/' scripts/check-sources.sh
RUN npm run build
RUN mkdir -p /var/lib/shells && chown -R node:node scripts dist /var/lib/shells
USER node
EXPOSE 3000
CMD ["node", "dist/index.js"]
