FROM node:20-alpine
RUN apk add --no-cache tini
WORKDIR /app
COPY package.json server.js ./
USER node
EXPOSE 3000
ENTRYPOINT ["tini", "-g", "--", "docker-entrypoint.sh"]
CMD ["npm", "start"]
