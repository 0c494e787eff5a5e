module.exports = { serviceName: 'shop-of-books', active: true, disableSend: true }
