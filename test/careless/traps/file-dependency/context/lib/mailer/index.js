exports.send = () => 'mail sent'
