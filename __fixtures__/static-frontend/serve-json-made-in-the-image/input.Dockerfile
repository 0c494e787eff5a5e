FROM node:22
WORKDIR /site
RUN npm install -g serve@14
COPY build build
RUN printf '{"cleanUrls":false,"trailingSlash":true}' > build/serve.json
EXPOSE 3000
CMD ["serve", "build", "-l", "3000"]
