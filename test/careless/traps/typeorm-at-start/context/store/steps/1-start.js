class Start1 { async up() {} async down() {} }
exports.Start1 = Start1
