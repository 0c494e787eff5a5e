import Email from 'email-templates'
export const mail = new Email({ message: { from: 'us@example.org' } })
