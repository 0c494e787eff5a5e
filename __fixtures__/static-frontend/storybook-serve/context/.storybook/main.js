module.exports = {
  stories: ['../src/**/*.stories.jsx'],
  framework: '@storybook/react-vite',
}
