FROM node:20
COPY tools/report-1.2.tar.gz /tmp/
# The program looks for its library beside the folder that the link leads to
RUN tar -xzf /tmp/report-1.2.tar.gz -C /opt \
 && ln -s /opt/report-1.2/bin/report /usr/local/bin/report \
 && rm /tmp/report-1.2.tar.gz
WORKDIR /app
COPY package.json ./
RUN npm install
COPY tsconfig.json ./
COPY src ./src
RUN npm run build
EXPOSE 3000
CMD ["npm", "start"]
