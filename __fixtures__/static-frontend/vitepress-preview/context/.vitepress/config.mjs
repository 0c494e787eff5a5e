export default { title: 'Handbook' }
