const path = require('node:path')
const HtmlWebpackPlugin = require('html-webpack-plugin')

module.exports = {
  entry: './src/index.js',
  output: {
    path: path.resolve(__dirname, 'dist'),
    filename: '[name].[contenthash].js',
    publicPath: '/',
  },
  plugins: [new HtmlWebpackPlugin({ template: './src/index.html' })],
  devServer: { headers: () => ({ 'X-Build': Date.now() }), host: '0.0.0.0', port: 9000, historyApiFallback: true, allowedHosts: 'all' },
}
