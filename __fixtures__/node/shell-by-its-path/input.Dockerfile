FROM node:20
WORKDIR /app
COPY package*.json ./
RUN ["/usr/bin/bash", "-c", "npm install-clean"]
COPY . .
RUN /usr/bin/bash -c 'npm run build'
EXPOSE 3000
CMD ["/usr/bin/bash", "-c", "exec node dist/server.js"]
