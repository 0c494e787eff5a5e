class Start1700000000000 { async up() {} async down() {} }
exports.Start1700000000000 = Start1700000000000
